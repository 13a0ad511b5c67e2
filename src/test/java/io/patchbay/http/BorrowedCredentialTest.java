package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Access;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever borrows an API with its credential learns nothing of it, whatever the kind. */
class BorrowedCredentialTest {

  private static final TestDatabase database = TestDatabase.fresh();

  private final CallFixture owner = new CallFixture(database);
  private final Access guest = owner.credentials.workspace();
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            var headers = request.getHeaders();
            var wantsDigest =
                request.getTarget().contains("digest") && headers.get("Authorization") == null;
            var answer =
                new MockResponse.Builder()
                    .code(wantsDigest ? 401 : 200)
                    .addHeader("Content-Type", "application/json")
                    .addHeader("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"")
                    .body(
                        Json.write(
                            Map.of("target", request.getTarget(), "headers", headers.toString())));
            return answer.build();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    owner.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: basic | kind: basic, username: canary-user, password: canary-secret",
        "kind: bearer | kind: bearer, token: canary-secret",
        "kind: apiKey, in: query, name: k, prefix: 'Token ', more: [{in: header, name: X-B, value: b}, {in: cookie, name: c, value: c}] | kind: apiKey, value: canary-secret, values: [b, c], b: canary-second, c: canary-third",
        "kind: digest | kind: digest, username: canary-user, password: canary-secret",
        "kind: awsSigV4, region: eu-west-1, service: s3 | kind: awsSigV4, accessKeyId: canary-key-id, secretAccessKey: canary-secret, sessionToken: canary-session",
        "kind: hmac, recipe: {text: '{{ request.verb }}', name: X-S, headers: {X-Id: '{{ keyId }}'}, query: {id: '{{ keyId }}'}} | kind: hmac, keyId: canary-key-id, secret: canary-secret"
      })
  void learnsNothingOfIt(String auth, String credential) {
    owner.credential("canary-name", "{%s}".formatted(credential));
    var api = api(auth);
    var asOwner = owner.ask(api, "get").call();
    assertThat(asOwner.status()).as(Json.write(asOwner)).isEqualTo(200);
    assertThat(Json.write(asOwner))
        .doesNotContain("canary-secret")
        .doesNotContain("canary-second")
        .doesNotContain("canary-third")
        .doesNotContain("canary-session");

    var asGuest = call(api);

    assertThat(asGuest.status()).isEqualTo(200);
    assertThat(Json.write(asGuest)).doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource({"bearer", "digest", "hmac", "awsSigV4"})
  void isToldNothingWhenItDoesNotFit(String kind) {
    owner.credential("canary-name", "{kind: basic, username: canary-user, password: canary-1}");

    var failure = call(api("kind: " + kind)).failure();

    assertThat(failure.detail()).contains("Ask its owners").doesNotContain("canary");
  }

  private ApiResponse call(Api api) {
    return owner.client.call(
        new ApiRequest(
            guest.workspace(),
            owner.access.workspace(),
            api,
            api.method("get").orElseThrow(),
            Map.of(),
            Expression.ABSENT,
            List.of(),
            Map.of(),
            null,
            "",
            Duration.ofSeconds(20)));
  }

  private Api api(String auth) {
    return CallFixture.api(
        """
        name: Shop
        baseUrl: http://127.0.0.1:%d
        auth: {%s, credential: canary-name}
        methods:
          - {name: get, path: /%s}
        """
            .formatted(server.getPort(), auth, auth.contains("digest") ? "digest" : "x"));
  }
}
