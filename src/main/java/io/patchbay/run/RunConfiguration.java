package io.patchbay.run;

import io.patchbay.common.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names this process. */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

  @Bean
  NodeId nodeId(Ids ids) {
    return new NodeId(ids.token(9));
  }
}
