package io.patchbay.account;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may reach what that is not a page. Each surface has a chain of its own on an exact path
 * prefix: webhooks and the sample API (which have an authentication of their own), published
 * documents, the management API. Whatever is left goes to the chain of the pages.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ServerSecurity {

  /** What senders call: nothing is looked at on the way, the webhook itself decides. */
  @Bean
  @Order(0)
  SecurityFilterChain webhookChain() {
    return new DefaultSecurityFilterChain(
        new OrRequestMatcher(path("/hooks/**"), path("/sample-api/**")), List.of());
  }

  /** What anybody may read: the formats, the description of the API, whether the server is up. */
  @Bean
  @Order(1)
  SecurityFilterChain documentChain(
      HttpSecurity http, @Value("${patchbay.public-url}") String publicUrl) {
    http.securityMatcher(
            new OrRequestMatcher(
                path(HttpMethod.GET, "/schemas/*"),
                path(HttpMethod.GET, "/api/v1/openapi.json"),
                path(HttpMethod.GET, "/health"),
                path(HttpMethod.GET, "/health/*")))
        .authorizeHttpRequests(all -> all.anyRequest().permitAll());
    return stateless(http, publicUrl).build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain apiChain(
      HttpSecurity http,
      TokenService tokens,
      AccountService accounts,
      @Value("${patchbay.public-url}") String publicUrl) {
    http.securityMatcher(path("/api/**"))
        .authorizeHttpRequests(all ->
            all.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .anyRequest()
                .authenticated())
        .addFilterBefore(
            new ApiAuthentication(tokens, accounts), AnonymousAuthenticationFilter.class)
        .exceptionHandling(handling ->
            handling.authenticationEntryPoint(
                (request, response, _) -> ApiProblems.notSignedIn(request, response)));
    return stateless(http, publicUrl).build();
  }

  private static HttpSecurity stateless(HttpSecurity http, String publicUrl) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers -> SecurityHeaders.forData(headers, publicUrl));
  }

  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.pathPattern(pattern);
  }

  private static RequestMatcher path(HttpMethod method, String pattern) {
    return PathPatternRequestMatcher.pathPattern(method, pattern);
  }
}
