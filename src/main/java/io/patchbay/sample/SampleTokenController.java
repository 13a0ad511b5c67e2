package io.patchbay.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.patchbay.common.NotFoundException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The token endpoint of the sample API: client credentials, RFC 6749 section 4.4. */
@RestController
class SampleTokenController {

  private final SampleServer server;
  private final SampleTokens tokens;

  SampleTokenController(SampleServer server, SampleTokens tokens) {
    this.server = server;
    this.tokens = tokens;
  }

  record Token(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_in") long expiresIn,
      String scope) {}

  private record Client(String id, String secret) {}

  @PostMapping(SampleServer.PATH + "/oauth/token")
  ResponseEntity<Object> token(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestParam Map<String, String> form) {
    if (!server.isOn()) {
      throw new NotFoundException("The sample is off; start with --sample or add its workspace.");
    }
    var client = client(authorization, form);
    if (!tokens.isClient(client.id, client.secret)) {
      return refused(401, "invalid_client", "Client id or secret is wrong.");
    }
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return refused(400, "unsupported_grant_type", "Only client_credentials is known here.");
    }
    var scope = form.getOrDefault("scope", "").strip();
    var scopes = scope.isEmpty() ? SampleTokens.SCOPES : List.of(scope.split(" +"));
    if (!SampleTokens.SCOPES.containsAll(scopes)) {
      return refused(400, "invalid_scope", "There are orders.read and orders.write.");
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(
            new Token(
                tokens.issue(scopes),
                "Bearer",
                SampleTokens.LASTS.toSeconds(),
                String.join(" ", scopes)));
  }

  private static ResponseEntity<Object> refused(int status, String error, String description) {
    var answer = ResponseEntity.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (status == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Sample orders\"");
    }
    return answer.body(Map.of("error", error, "error_description", description));
  }

  /** From the header, each part form-encoded as the RFC wants, or else from the form. */
  private static Client client(@Nullable String authorization, Map<String, String> form) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return new Client(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
    }
    try {
      var pair =
          new String(
              Base64.getDecoder().decode(authorization.substring(6).strip()),
              StandardCharsets.UTF_8);
      var colon = pair.indexOf(':');
      return colon < 0
          ? new Client("", "")
          : new Client(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return new Client("", "");
    }
  }

  private static String decode(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }
}
