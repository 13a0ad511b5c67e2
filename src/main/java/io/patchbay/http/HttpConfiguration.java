package io.patchbay.http;

import io.patchbay.http.HttpClients.Limits;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Wires the door to the outside from the operator's settings. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  @Bean
  EgressPolicy egressPolicy(@Value("${patchbay.egress-allow:}") String allow) {
    return EgressPolicy.of(allow);
  }

  @Bean
  HttpClients httpClients(
      EgressPolicy policy,
      @Value("${patchbay.trust-ca:}") String trustCa,
      @Value("${patchbay.connections:5000}") int connections,
      @Value("${patchbay.connections-per-host:2500}") int connectionsPerHost,
      InstantSource clock) {
    return new HttpClients(
        policy, TrustedAuthorities.of(trustCa), new Limits(connections, connectionsPerHost), clock);
  }

  @Bean
  ServerProxy serverProxy(
      @Value("${patchbay.proxy:}") String proxy, @Value("${patchbay.no-proxy:}") String noProxy) {
    return ServerProxy.of(proxy, noProxy);
  }

  /** The sample API is served by this very server; only the port that is really open is allowed. */
  @Bean
  OwnServer ownServer(EgressPolicy policy, @Value("${patchbay.sample:false}") boolean sample) {
    return new OwnServer(policy, sample);
  }

  record OwnServer(EgressPolicy policy, boolean sample) {

    @EventListener
    void started(WebServerInitializedEvent event) {
      if (sample) {
        policy.allowOwnServer(event.getWebServer().getPort());
      }
    }
  }
}
