package io.patchbay.ui.account;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.patchbay.account.BrowserSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may reach which page: whoever is signed in, and anybody those views that say so by
 * {@code @AnonymousAllowed}.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

  @Bean
  @Order(100)
  SecurityFilterChain pageChain(HttpSecurity http, BrowserSecurity browser) {
    browser.apply(http);
    return http.authorizeHttpRequests(
            pages -> pages.requestMatchers(HttpMethod.GET, "/assets/**").permitAll())
        .with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin ->
                vaadin.loginView(BrowserSecurity.SIGN_IN).anyRequest(AuthorizedUrl::authenticated))
        .build();
  }
}
