package io.patchbay.rest;

import io.patchbay.account.Accesses;
import io.patchbay.account.CurrentUser;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How controllers get what they ask for. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration implements WebMvcConfigurer {

  private final Accesses accesses;
  private final CurrentUser currentUser;

  RestConfiguration(Accesses accesses, CurrentUser currentUser) {
    this.accesses = accesses;
    this.currentUser = currentUser;
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.addCustomConverter(new DocumentConverter());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new AccessResolver(accesses, currentUser));
  }

  @Bean
  UnknownAddresses unknownAddresses() {
    return new UnknownAddresses();
  }
}
