package io.patchbay.engine;

import io.patchbay.http.LiveSecrets;
import io.patchbay.run.Redactor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lends the record the eyes of the vault, which it may not see itself. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  Redactor redactor(LiveSecrets secrets) {
    return secrets::redact;
  }
}
