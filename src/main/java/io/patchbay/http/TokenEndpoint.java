package io.patchbay.http;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.patchbay.credential.Origin;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a token, RFC 6749 section 4.4: Nimbus writes and reads the messages, our client carries
 * them through the egress guard. Redirects are not followed, the secret would go along.
 */
final class TokenEndpoint {

  private static final int LARGEST_ANSWER = 64 * 1024;
  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final Timeout READ = Timeout.ofSeconds(10);
  private static final Duration TOTAL = Duration.ofSeconds(20);

  private final CloseableHttpClient client;
  private final InstantSource clock;

  TokenEndpoint(HttpClients clients, InstantSource clock) {
    this.client = clients.client();
    this.clock = clock;
  }

  /** What the endpoint made of the request. */
  sealed interface Reply {

    /**
     * A token.
     *
     * @param expiresIn seconds; absent when it did not say
     * @param refreshToken absent when there is none, or the one that was used stays
     * @param scopes as granted; absent when it did not say, then they are those asked for
     */
    record Granted(
        int status,
        String accessToken,
        @Nullable Long expiresIn,
        @Nullable String refreshToken,
        @Nullable List<String> scopes)
        implements Reply {}

    /**
     * No token.
     *
     * @param error its words, or what went wrong on the way
     * @param isPassing whether asking again later may help without changing anything
     */
    record Refused(
        @Nullable Integer status, String error, boolean isPassing, Optional<Duration> retryAfter)
        implements Reply {}
  }

  Reply ask(TokenSource source) {
    return ask(source, new ClientCredentialsGrant());
  }

  /** Asks with a grant that somebody's consent brought. */
  Reply ask(TokenSource source, AuthorizationGrant grant) {
    try {
      var redactor =
          Redactor.of(
              source.credential().secrets().all().stream()
                  .map(io.patchbay.credential.Secret::reveal)
                  .toList());
      return exchange(request(source, grant), redactor);
    } catch (IOException e) {
      return new Reply.Refused(null, problem(e), !(e instanceof EgressRefused), Optional.empty());
    }
  }

  private static HTTPRequest request(TokenSource source, AuthorizationGrant grant) {
    var settings = source.client();
    var url = URI.create(settings.tokenUrl());
    var id = new ClientID(settings.clientId());
    var request =
        switch (settings.clientAuth()) {
          case BASIC ->
              new TokenRequest.Builder(url, new ClientSecretBasic(id, secret(source)), grant);
          case POST ->
              new TokenRequest.Builder(url, new ClientSecretPost(id, secret(source)), grant);
          case NONE -> new TokenRequest.Builder(url, id, grant);
          case PRIVATE_KEY_JWT, TLS ->
              throw CallRefused.configuration("This client authentication is not there yet.");
        };
    // The authorization request said which scopes; a code or refresh token stands for them.
    if (!source.scopes().isEmpty() && grant instanceof ClientCredentialsGrant) {
      request.scope(new Scope(source.scopes().toArray(String[]::new)));
    }
    if (settings.audience() != null) {
      request.customParameter("audience", settings.audience());
    }
    if (!settings.resources().isEmpty()) {
      request.resources(settings.resources().stream().map(URI::create).toArray(URI[]::new));
    }
    settings.parameters().forEach(request::customParameter);
    return request.build().toHTTPRequest();
  }

  private static Secret secret(TokenSource source) {
    return new Secret(source.credential().secret("clientSecret").reveal());
  }

  private Reply exchange(HTTPRequest request, Redactor redactor) throws IOException {
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
    var watch = Thread.ofVirtual().name("token-deadline").start(() -> cancelLate(wire));
    try (var response = client.executeOpen(host, wire, new Phases(CONNECT))) {
      return read(response, redactor);
    } catch (IOException e) {
      wire.cancel();
      throw e;
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

  private Reply read(ClassicHttpResponse response, Redactor redactor) throws IOException {
    var encoding = response.getFirstHeader("Content-Encoding");
    var body =
        BodyReader.read(
            response.getEntity(), encoding == null ? null : encoding.getValue(), LARGEST_ANSWER);
    var status = response.getCode();
    var message = new HTTPResponse(status);
    message.setBody(new String(body, StandardCharsets.UTF_8));
    try {
      var contentType = response.getFirstHeader("Content-Type");
      if (contentType != null) {
        message.setContentType(contentType.getValue());
      }
      var parsed = TokenResponse.parse(message);
      return parsed.indicatesSuccess()
          ? granted(status, parsed)
          : refused(response, parsed.toErrorResponse(), redactor);
    } catch (ParseException e) {
      return new Reply.Refused(
          status,
          status == 200
              ? "the answer is no token response: "
                  + redactor.redact(String.valueOf(e.getMessage()))
              : "it answered %d without saying why".formatted(status),
          isPassing(status),
          retryAfter(response));
    }
  }

  private static Reply granted(int status, TokenResponse parsed) {
    var token = parsed.toSuccessResponse().getTokens().getAccessToken();
    if (!token.getType().getValue().equalsIgnoreCase("Bearer")) {
      return new Reply.Refused(
          status,
          "it gave a token of type '%s', which is not supported".formatted(token.getType()),
          false,
          Optional.empty());
    }
    // Nimbus reads an absent expires_in as 0; a server that says 0 means the same by it.
    var lifetime = token.getLifetime() <= 0 ? null : Long.valueOf(token.getLifetime());
    var refreshToken = parsed.toSuccessResponse().getTokens().getRefreshToken();
    return new Reply.Granted(
        status,
        token.getValue(),
        lifetime,
        refreshToken == null ? null : refreshToken.getValue(),
        token.getScope() == null ? null : token.getScope().toStringList());
  }

  private Reply refused(
      ClassicHttpResponse response, TokenErrorResponse parsed, Redactor redactor) {
    var error = parsed.getErrorObject();
    var code = error.getCode();
    var description = error.getDescription();
    var text =
        (code == null ? "it answered " + response.getCode() : code)
            + (description == null ? "" : ": " + description);
    return new Reply.Refused(
        response.getCode(),
        redactor.redact(text),
        isPassing(response.getCode())
            || "temporarily_unavailable".equals(code)
            || "server_error".equals(code),
        retryAfter(response));
  }

  private static boolean isPassing(int status) {
    return status >= 500 || status == 429 || status == 408;
  }

  private Optional<Duration> retryAfter(ClassicHttpResponse response) {
    var header = response.getFirstHeader("Retry-After");
    return header == null ? Optional.empty() : Retry.retryAfter(header.getValue(), clock.instant());
  }

  private static String problem(IOException e) {
    return switch (e) {
      case EgressRefused refused -> String.valueOf(refused.getMessage());
      case UnknownHostException unknown ->
          "no name server knows the host (%s)".formatted(unknown.getMessage());
      default -> "it cannot be reached: %s".formatted(String.valueOf(e.getMessage()));
    };
  }
}
