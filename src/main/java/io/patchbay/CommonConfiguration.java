package io.patchbay;

import io.patchbay.common.Ids;
import io.patchbay.common.Json;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/** Wires the sources that everybody shares: time, ids, JSON. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CommonConfiguration {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Ids ids(InstantSource clock) {
    return new Ids(clock);
  }

  /** Requests and responses are read and written as strictly as documents. */
  @Bean
  JsonMapper jsonMapper() {
    return Json.MAPPER;
  }
}
