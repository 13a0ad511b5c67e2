package io.patchbay;

import io.patchbay.common.Ids;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the sources of time and of ids. */
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
}
