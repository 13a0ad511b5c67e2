package io.patchbay.http;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.Origin;
import io.patchbay.credential.Secret;
import io.patchbay.http.TokenAnswers.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks for tokens: Nimbus writes and reads the messages, our client carries them through the egress
 * guard. Redirects are not followed, the secret would go along.
 */
@Component
class TokenEndpoint {

  /** No request takes longer, whatever the endpoint does. */
  static final Duration TOTAL = Duration.ofSeconds(20);

  private static final int LARGEST_ANSWER = 64 * 1024;
  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final int TLS_MS = 5_000;
  private static final Timeout READ = Timeout.ofSeconds(10);

  /** Form fields of a request that are as good as a secret while they hold. */
  private static final List<String> SECRET_FIELDS =
      List.of("client_assertion", "assertion", "refresh_token", "code", "code_verifier");

  private final TokenConnections connections;
  private final TokenRequests requests;
  private final InstantSource clock;

  TokenEndpoint(TokenConnections connections, Ids ids, InstantSource clock) {
    this.connections = connections;
    this.requests = new TokenRequests(ids, clock);
    this.clock = clock;
  }

  /** Asks with what the credential itself holds. */
  TokenReply ask(TokenSource source) {
    try {
      return ask(source, requests.grant(source));
    } catch (InvalidException e) {
      return unusable(e);
    }
  }

  /** Asks with a grant that came otherwise, such as a code or a refresh token. */
  TokenReply ask(TokenSource source, AuthorizationGrant grant) {
    try {
      var request = requests.write(source, grant);
      return exchange(source, request, redactor(source, request));
    } catch (InvalidException e) {
      return unusable(e);
    } catch (CallRefused e) {
      return TokenReply.Refused.of(
          TokenTrouble.LOCAL, "nothing could be sent to it: " + e.failure().detail());
    }
  }

  private static TokenReply unusable(InvalidException e) {
    var problem = e.problems().getFirst();
    return TokenReply.Refused.of(
        TokenTrouble.LOCAL,
        "nothing could be sent to it, because the %s of the credential does not do: %s"
            .formatted(
                problem.where().equals("privateKey") ? "private key" : problem.where(),
                problem.message()));
  }

  private static Redactor redactor(TokenSource source, HTTPRequest request) {
    var secrets = new ArrayList<String>();
    source.credential().secrets().all().stream().map(Secret::reveal).forEach(secrets::add);
    var form = URLUtils.parseParameters(request.getBody());
    for (var field : SECRET_FIELDS) {
      secrets.addAll(form.getOrDefault(field, List.of()));
    }
    // An id and secret are form-encoded before they become Base64, so that this is a form of its
    // own.
    var proof = request.getAuthorization();
    if (proof != null) {
      secrets.add(proof.substring(proof.indexOf(' ') + 1));
    }
    return Redactor.of(secrets);
  }

  private TokenReply exchange(TokenSource source, HTTPRequest request, Redactor redactor) {
    var url = request.getURI();
    var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    var host = Address.hostOf(Origin.of(url));
    var config = RequestConfig.copy(HttpClients.DEFAULTS).setResponseTimeout(READ).build();
    var wire = new WireRequest("POST", host, path + query, config);
    request.getHeaderMap().forEach((name, values) -> values.forEach(v -> wire.addHeader(name, v)));
    wire.setHeader("Accept", "application/json");
    wire.setHeader("User-Agent", "Patchbay/1.0");
    wire.setEntity(new ByteArrayEntity(request.getBody().getBytes(StandardCharsets.UTF_8), null));
    var way = connections.way(source, host);
    var phases = way.phases(CONNECT, TLS_MS);
    var watch = Thread.ofVirtual().name("token-deadline").start(() -> cancelLate(wire));
    try (var response = way.client().executeOpen(host, wire, phases)) {
      return TokenAnswers.read(received(response), redactor, clock.instant());
    } catch (IOException e) {
      wire.cancel();
      return TokenReply.Refused.of(
          EndpointFailures.trouble(e, phases), EndpointFailures.problem(e, host, phases, way));
    } finally {
      watch.interrupt();
    }
  }

  private static void cancelLate(WireRequest wire) {
    try {
      Thread.sleep(TOTAL);
      wire.cancel();
    } catch (InterruptedException _) {
      // it was in time
    }
  }

  private static Received received(ClassicHttpResponse response) throws IOException {
    var body =
        BodyReader.read(response.getEntity(), header(response, "Content-Encoding"), LARGEST_ANSWER);
    return new Received(
        response.getCode(),
        header(response, "Content-Type"),
        new String(body, StandardCharsets.UTF_8),
        header(response, "Retry-After"));
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name))
        .map(header -> header.getValue())
        .orElse(null);
  }
}
