package io.patchbay.trigger;

import io.patchbay.flow.PublishedFlows;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the door for webhooks. */
@Configuration(proxyBeanMethods = false)
class TriggerConfiguration {

  @Bean
  ServletRegistrationBean<WebhookServlet> webhookServlet(
      Routes routes,
      PublishedFlows published,
      WebhookReceiver receiver,
      @Value("${patchbay.webhook-concurrency:3000}") int concurrency) {
    var servlet = new WebhookServlet(routes, published, receiver, concurrency);
    var registration = new ServletRegistrationBean<>(servlet, WebhookServlet.PREFIX + "*");
    registration.setName("webhooks");
    return registration;
  }
}
