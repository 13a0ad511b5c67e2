package io.patchbay.sample;

import io.patchbay.common.Ids;
import io.patchbay.http.EgressPolicy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the sample API is on, where it is, and the key that all nodes sign its tokens with. The
 * key is random, so nobody else knows the client's secret.
 */
@Component
class SampleServer {

  static final String PATH = "/sample-api";
  static final String CLIENT_ID = "patchbay-sample";

  private final SampleRepository repository;
  private final EgressPolicy egress;
  private final Ids ids;
  private volatile byte @Nullable [] key;
  private volatile int port;

  SampleServer(SampleRepository repository, EgressPolicy egress, Ids ids) {
    this.repository = repository;
    this.egress = egress;
    this.ids = ids;
  }

  @EventListener
  void started(WebServerInitializedEvent event) {
    port = event.getWebServer().getPort();
    look();
  }

  /** Another node may have turned it on. */
  @Scheduled(fixedDelay = 15_000, initialDelay = 15_000)
  void look() {
    if (key == null && port != 0) {
      repository.key().ifPresent(this::open);
    }
  }

  /** Turns it on for all nodes, whatever becomes of the caller's transaction. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void turnOn() {
    if (key == null) {
      repository.insert(ids.token(32).getBytes(StandardCharsets.US_ASCII));
      open(repository.key().orElseThrow());
    }
  }

  boolean isOn() {
    return key != null;
  }

  /** Where the sample API is for calls of this very server. */
  String baseUrl() {
    return "http://127.0.0.1:" + port + PATH;
  }

  String clientSecret() {
    return sign("client secret").orElseThrow();
  }

  /** A signature that only nodes of this server can make; empty while the sample is off. */
  Optional<String> sign(String text) {
    var current = key;
    if (current == null) {
      return Optional.empty();
    }
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(current, "HmacSHA256"));
      var signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has HmacSHA256
    }
  }

  private void open(byte[] found) {
    egress.allowOwnServer(port);
    key = found.clone();
  }
}
