package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.patchbay.api.Api;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.http.OAuthTokenView.State;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for by each grant, and what becomes of each answer. */
class TokenGrantsTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static RSAKey key;

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer upstream = new MockWebServer();
  private final MockWebServer endpoint = new MockWebServer();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile MockResponse.Builder answer = json(200, token(", \"expires_in\": 3600"));

  @BeforeAll
  static void makeKey() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("key-7").generate();
  }

  @BeforeEach
  void start() throws IOException {
    upstream.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return json(200, "{}").build();
          }
        });
    endpoint.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            asked.incrementAndGet();
            return answer.build();
          }
        });
    upstream.start();
    endpoint.start();
  }

  @AfterEach
  void stop() throws IOException {
    upstream.close();
    endpoint.close();
    house.close();
  }

  @Test
  void aServiceAccountSignsItsAssertion() throws Exception {
    serviceAccount(Map.of("lifetimeSeconds", 3600, "claims", Map.of("tenant", "7")));

    var response = call("oauth2JwtBearer");

    assertThat(response.failure()).isNull();
    var request = endpoint.takeRequest();
    var form = form(request);
    assertThat(form)
        .containsEntry("grant_type", List.of("urn:ietf:params:oauth:grant-type:jwt-bearer"))
        .containsEntry("scope", List.of("https://www.googleapis.com/auth/calendar"))
        .doesNotContainKey("client_id");
    assertThat(request.getHeaders().get("Authorization")).isNull();
    var assertion = SignedJWT.parse(form.get("assertion").getFirst());
    assertThat(assertion.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(assertion.getHeader().getKeyID()).isEqualTo("key-7");
    var claims = assertion.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("robot@project.iam.example.com");
    assertThat(claims.getSubject()).isEqualTo("ada@example.com");
    assertThat(claims.getAudience()).containsExactly(endpoint.url("/token").toString());
    assertThat(claims.getClaim("scope")).isEqualTo("https://www.googleapis.com/auth/calendar");
    assertThat(claims.getClaim("tenant")).isEqualTo("7");
    assertThat(claims.getJWTID()).hasSizeGreaterThan(20);
    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(3600));
    assertThat(claims.getIssueTime().toInstant())
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(Json.write(response)).doesNotContain(form.get("assertion").getFirst());
  }

  @Test
  void aRealServerTakesAnAssertion() {
    var server = new MockOAuth2Server();
    server.start();
    try {
      serviceAccount(Map.of("tokenUrl", server.tokenEndpointUrl("google").toString()));

      assertThat(call("oauth2JwtBearer").failure()).isNull();
      assertThat(form(server.takeRequest(1, TimeUnit.SECONDS).getBody().readUtf8()))
          .containsKey("assertion");
    } finally {
      server.shutdown();
    }
  }

  @Test
  void aRealServerTakesUserNameAndPassword() {
    var server = new MockOAuth2Server();
    server.start();
    try {
      put(
          "oauth2Password",
          Map.of(
              "username",
              "ada",
              "password",
              "canary-pass&word",
              "clientSecret",
              "canary-s3cr3t",
              "tokenUrl",
              server.tokenEndpointUrl("legacy").toString()));

      var response = call("oauth2Password");

      assertThat(response.failure()).isNull();
      assertThat(response.tokenExchange().grant()).isEqualTo("password");
      assertThat(form(server.takeRequest(1, TimeUnit.SECONDS).getBody().readUtf8()))
          .containsEntry("username", List.of("ada"))
          .containsEntry("password", List.of("canary-pass&word"));
      assertThat(Json.write(response)).doesNotContain("canary");
    } finally {
      server.shutdown();
    }
  }

  @Test
  void asksForResourcesAndAudienceAndWhateverElse() throws Exception {
    put(
        "oauth2ClientCredentials",
        Map.of(
            "clientSecret",
            "canary-s3cr3t",
            "clientAuth",
            "post",
            "audience",
            "orders",
            "resources",
            List.of("https://api.example.com/a", "https://api.example.com/b"),
            "parameters",
            Map.of("tenant", "7")));

    assertThat(call("oauth2ClientCredentials").failure()).isNull();

    assertThat(form(endpoint.takeRequest()))
        .containsEntry(
            "resource", List.of("https://api.example.com/a", "https://api.example.com/b"))
        .containsEntry("audience", List.of("orders"))
        .containsEntry("tenant", List.of("7"))
        .containsEntry("client_id", List.of("patchbay"))
        .containsEntry("client_secret", List.of("canary-s3cr3t"));
  }

  @Test
  void aChangedAudienceOrResourceIsAnotherToken() {
    client(Map.of("audience", "orders"));
    call("oauth2ClientCredentials");
    client(Map.of("audience", "stock"));
    call("oauth2ClientCredentials");
    client(Map.of("audience", "stock", "resources", List.of("https://api.example.com/")));
    call("oauth2ClientCredentials");

    assertThat(asked).hasValue(3);
    assertThat(house.tokenService.list(house.access)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"expires_in\": 3600|3600",
        "\"expires_in\": \"3600\"|3600",
        "\"expires_in\": 9000000000000000000|315360000",
        "\"expires_in\": 0|",
        "\"expires_in\": null|",
        "\"expires_in\": -5|",
        "\"scope\": \"read\"|"
      })
  void readsHoweverLongATokenLives(String field, Long seconds) {
    client(Map.of());
    answer = json(200, token(", " + field));

    var response = call("oauth2ClientCredentials");

    assertThat(response.failure()).isNull();
    assertThat(response.tokenExchange().expiresInSeconds()).isEqualTo(seconds);
  }

  @Test
  void showsWhatWasGrantedInPlaceOfWhatWasAskedFor() throws InterruptedException {
    client(Map.of("scopes", List.of("read", "write")));
    house.credentials.usedBy(List.of("shop", "stock"));
    answer =
        json(
            200,
            "{\"access_token\": \"t-12345678\", \"token_type\": \"bEaReR\", \"scope\": \"read\", \"expires_in\": 600}");

    assertThat(call("oauth2ClientCredentials").failure()).isNull();
    Thread.sleep(300); // the use is written beside the call

    var view = view();
    assertThat(view.scopes()).containsExactly("read", "write");
    assertThat(view.grantedScopes()).containsExactly("read");
    assertThat(view.grant()).isEqualTo("client_credentials");
    assertThat(view.expiresIn()).isBetween(590L, 600L);
    assertThat(view.lastUsedAt()).isAfter(Instant.now().minusSeconds(20));
    assertThat(view.users()).containsExactly("shop", "stock");
  }

  static List<MockResponse.Builder> garbage() {
    return List.of(
        json(200, ""),
        json(200, "null"),
        json(200, "[]"),
        json(200, "{"),
        json(200, "[".repeat(60_000)),
        json(200, "{\"a\":".repeat(10_000)),
        json(200, "{\"access_token\": 7, \"token_type\": \"bearer\"}"),
        json(200, "{\"access_token\": \"\", \"token_type\": \"bearer\"}"),
        json(200, "{\"access_token\": \"" + "x".repeat(70_000) + "\", \"token_type\": \"bearer\"}"),
        json(200, "{\"access_token\": \"a\\nb-12345678\", \"token_type\": \"bearer\"}"),
        json(200, "{\"access_token\": \"a b-12345678\", \"token_type\": \"DPoP\"}"),
        json(401, "{\"error\": \"" + "x".repeat(5_000) + "\"}"),
        json(400, "{\"error\": {\"message\": \"nested\"}}"),
        new MockResponse.Builder().code(200).addHeader("Content-Type", "text/html").body("<html>"),
        new MockResponse.Builder().code(200).addHeader("Content-Type", "!").body("{}"),
        new MockResponse.Builder().code(204),
        new MockResponse.Builder().code(302).addHeader("Location", "https://evil.example.com/"),
        new MockResponse.Builder()
            .code(200)
            .addHeader("Content-Type", "application/json")
            .addHeader("Content-Encoding", "gzip")
            .body("no gzip"));
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void noGarbageBecomesAToken(MockResponse.Builder strange) {
    client(Map.of());
    answer = strange;

    var failure = call("oauth2ClientCredentials").failure();

    assertThat(failure.title()).isEqualTo("No OAuth token");
    assertThat(failure.detail()).hasSizeLessThan(1_000).doesNotContain("evil");
    assertThat(upstream.getRequestCount()).isZero();
    assertThat(asked).hasValue(1);
    assertThat(view().state()).isEqualTo(State.FAILING);
  }

  @Test
  void aSlowEndpointCostsACallNoMoreThanItsTime() {
    client(Map.of());
    answer = json(200, token("")).bodyDelay(8, TimeUnit.SECONDS);

    var start = System.nanoTime();
    var failure =
        house
            .ask(api("oauth2ClientCredentials"), "list")
            .patience(Duration.ofMillis(500))
            .call()
            .failure();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(failure.detail()).contains("did not come in time");
  }

  @Test
  void anEndpointThatSaysWhenIsNotAskedBefore() {
    client(Map.of());
    answer = json(429, "").addHeader("Retry-After", "1800");

    for (int i = 0; i < 20; i++) {
      call("oauth2ClientCredentials");
    }

    assertThat(asked).hasValue(1);
    assertThat(call("oauth2ClientCredentials").failure().detail())
        .matches("(?s).*asked again in 1,[78]\\d\\d s.*");
  }

  @Test
  void aRefusedClientIsAskedForOnceByAllNodesAndAfterARestart() throws IOException {
    client(Map.of());
    answer = json(401, "{\"error\": \"invalid_client\"}");
    call("oauth2ClientCredentials");

    try (var other = house.otherNode()) {
      for (int i = 0; i < 20; i++) {
        var failure = other.ask(api("oauth2ClientCredentials"), "list").call().failure();
        assertThat(failure.detail())
            .contains("Check the client id and the client secret")
            .contains("client_secret_basic")
            .contains("asked again in");
      }
    }

    assertThat(asked).hasValue(1);
  }

  @Test
  void whatIsAskedByHandIsAskedAtOnce() {
    client(Map.of());
    answer = json(401, "{\"error\": \"invalid_client\"}");
    call("oauth2ClientCredentials");
    answer = json(200, token(""));

    assertThat(house.tokenService.renew(house.access, view().id()).state()).isEqualTo(State.VALID);
    assertThat(call("oauth2ClientCredentials").failure()).isNull();
  }

  @Test
  void pausesGrowAndRespectWishes() {
    var none = Duration.ZERO;
    assertThat(TokenTrouble.CONFIGURATION.pause(1, none)).isEqualTo(Duration.ofSeconds(10));
    assertThat(TokenTrouble.CONFIGURATION.pause(2, none)).isEqualTo(Duration.ofSeconds(20));
    assertThat(TokenTrouble.CONFIGURATION.pause(100, none)).isEqualTo(Duration.ofMinutes(5));
    assertThat(TokenTrouble.PASSING.pause(1, none)).isEqualTo(Duration.ofSeconds(1));
    assertThat(TokenTrouble.PASSING.pause(3, Duration.ofMinutes(10)))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(TokenTrouble.PASSING.pause(3, Duration.ofDays(10))).isEqualTo(Duration.ofHours(1));
    assertThat(TokenTrouble.SIGN_IN.pause(100, Duration.ofDays(1)))
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void whatTheServerRepeatsOfAnAssertionIsMasked() throws Exception {
    serviceAccount(Map.of());
    endpoint.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            var assertion = form(request).get("assertion").getFirst();
            return json(
                    400,
                    Json.write(
                        Map.of("error", "invalid_grant", "error_description", "Bad " + assertion)))
                .build();
          }
        });

    var failure = call("oauth2JwtBearer").failure();

    assertThat(failure.detail())
        .contains("invalid_grant: Bad ••••••")
        .contains("Check issuer, subject and audience of the assertion");
    assertThat(view().lastError()).doesNotContain("eyJ");
  }

  @Test
  void aKeyThatCannotSignIsRefusedWhenItIsEntered() {
    assertThatThrownBy(() -> serviceAccount(Map.of("privateKey", "canary-nonsense")))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("privateKey: It is no private key.")
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> serviceAccount(Map.of("assertion", Map.of("algorithm", "ES256"))))
        .hasMessageContaining("assertion.algorithm: ES256 does not go with the private key");
  }

  private void client(Map<String, Object> more) {
    var fields = new HashMap<String, Object>(Map.of("clientSecret", "canary-s3cr3t"));
    fields.putAll(more);
    put("oauth2ClientCredentials", fields);
  }

  private void serviceAccount(Map<String, Object> more) {
    var fields =
        new HashMap<String, Object>(
            Map.of(
                "clientId",
                "",
                "issuedBy",
                "robot@project.iam.example.com",
                "subject",
                "ada@example.com",
                "privateKey",
                key.toJSONString(),
                "scopes",
                List.of("https://www.googleapis.com/auth/calendar")));
    fields.putAll(more);
    put("oauth2JwtBearer", fields);
  }

  private void put(String kind, Map<String, Object> fields) {
    var document = new HashMap<String, Object>(Map.of("clientId", "patchbay"));
    document.put("tokenUrl", endpoint.url("/token").toString());
    document.putAll(fields);
    document.put("kind", kind);
    house.credential("shop", Json.write(document));
  }

  private ApiResponse call(String kind) {
    return house.ask(api(kind), "list").call();
  }

  private Api api(String kind) {
    return CallFixture.api(
        """
        name: Shop
        baseUrl: http://127.0.0.1:%d
        auth: {kind: %s, credential: shop}
        methods: [{name: list, path: /orders}]
        """
            .formatted(upstream.getPort(), kind));
  }

  private OAuthTokenView view() {
    return house.tokenService.list(house.access).getFirst();
  }

  private static Map<String, List<String>> form(RecordedRequest request) {
    var body =
        new Buffer().write(request.getBody() == null ? okio.ByteString.EMPTY : request.getBody());
    return form(body.readUtf8());
  }

  private static Map<String, List<String>> form(String body) {
    return URLUtils.parseParameters(body);
  }

  private static String token(String more) {
    return "{\"access_token\": \"token-12345678\", \"token_type\": \"Bearer\"%s}".formatted(more);
  }

  private static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body);
  }
}
