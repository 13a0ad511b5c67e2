package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.patchbay.api.Api;
import io.patchbay.common.Failure.Kind;
import io.patchbay.common.Json;
import io.patchbay.credential.Credential;
import io.patchbay.credential.OAuthClient;
import io.patchbay.credential.Secret;
import io.patchbay.testing.AuthorizationServer;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** Tokens of Spring's authorization server, which checks what it gets and rotates what it gives. */
class SpringTokensTest {

  private static final TestDatabase database = TestDatabase.fresh();

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer upstream = new MockWebServer();
  private final AuthorizationServer server =
      new AuthorizationServer()
          .secretClient("basic client+1", ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .secretClient("post", ClientAuthenticationMethod.CLIENT_SECRET_POST)
          .keyClient("RS256", SignatureAlgorithm.RS256)
          .keyClient("PS512", SignatureAlgorithm.PS512)
          .keyClient("ES256", SignatureAlgorithm.ES256)
          .keyClient("ES384", SignatureAlgorithm.ES384);
  private Api api;

  @BeforeEach
  void start() throws IOException, LifecycleException {
    upstream.setDispatcher(new Upstream());
    upstream.start();
    server.start();
    use("oauth2ClientCredentials");
  }

  @AfterEach
  void stop() throws IOException, LifecycleException {
    upstream.close();
    server.close();
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic", "post"})
  void provesItselfByASecretThatHasToBeEncoded(String clientAuth) {
    secretCredential("oauth2ClientCredentials", clientAuth, "orders:read");

    var response = house.ask(api, "list").call();

    assertThat(response.failure()).isNull();
    assertThat(response.tokenExchange().clientAuth()).isEqualTo("client_secret_" + clientAuth);
    assertThat(view().grantedScopes()).containsExactly("orders:read");
    assertThat(Json.write(response)).doesNotContain("canary").doesNotContain(lastToken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS512", "ES256", "ES384"})
  void provesItselfByAKey(String algorithm) throws Exception {
    var key = key(algorithm);
    server.publish(new JWKSet(key.toPublicJWK()));
    keyCredential(algorithm, key);

    var response = house.ask(api, "list").call();

    assertThat(response.failure()).isNull();
    assertThat(response.tokenExchange().clientAuth()).isEqualTo("private_key_jwt");
  }

  @Test
  void anotherKeyThanTheServerKnowsIsSaidOnce() throws Exception {
    server.publish(new JWKSet(key("RS256").toPublicJWK()));
    keyCredential("RS256", key("RS256"));

    var failures = calls(20, () -> house.ask(api, "list").call());

    assertThat(server.requests()).isEqualTo(1);
    assertThat(failures.getFirst().failure().detail())
        .contains("invalid_client")
        .contains("Check the client id and the private key with its key id and algorithm")
        .contains("private_key_jwt");
  }

  @Test
  void scopesThatTheClientMayNotHaveAreSaidOnce() throws Exception {
    secretCredential("oauth2ClientCredentials", "basic", "everything");

    var failures = calls(20, () -> house.ask(api, "list").call());

    assertThat(server.requests()).isEqualTo(1);
    assertThat(failures.getFirst().failure().detail())
        .contains("invalid_scope")
        .contains("Check the scopes (everything)");
  }

  @Test
  void renewsWithTheRefreshTokenThatCameLast() {
    connect("orders:read");
    assertThat(house.ask(api, "list").call().failure()).isNull();
    var first = lastToken;

    for (int i = 0; i < 3; i++) {
      assertThat(house.tokenService.renew(house.access, view().id()).state())
          .isEqualTo(OAuthTokenView.State.VALID);
    }

    assertThat(house.ask(api, "list").call().failure()).isNull();
    assertThat(lastToken).isNotEqualTo(first);
    assertThat(server.statuses()).containsExactly(200, 200, 200, 200);
    assertThat(view().grant()).isEqualTo("refresh_token");
    assertThat(view().renewals()).isEqualTo(4);
  }

  @Test
  void aThousandCallsOfTwoNodesRenewOnce() throws Exception {
    connect("orders:read");
    server.delay(Duration.ofMillis(300));
    try (var other = house.otherNode()) {
      var turn = new java.util.concurrent.atomic.AtomicInteger();

      var responses =
          calls(
              1_000,
              () -> (turn.getAndIncrement() % 2 == 0 ? house : other).ask(api, "list").call());

      assertThat(responses).allMatch(ApiResponse::succeeded);
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void differentScopesOfOneConsentRenewOneAfterTheOther() throws Exception {
    connect("orders:read", "orders:write");
    server.delay(Duration.ofMillis(200));
    try (var other = house.otherNode()) {
      var wishes =
          List.of(
              List.of("orders:read", "orders:write"),
              List.of("orders:read"),
              List.of("orders:write"));
      var turn = new java.util.concurrent.atomic.AtomicInteger();

      var results =
          calls(
              30,
              () -> {
                var number = turn.getAndIncrement();
                var node = number % 2 == 0 ? house : other;
                return node.tokens.get(source(wishes.get(number % 3)), Duration.ofSeconds(30));
              });

      assertThat(results).allMatch(result -> result.token() != null);
      assertThat(server.statuses()).containsExactly(200, 200, 200);
    }
  }

  @Test
  void aRevokedTokenCostsOneCallAndOneRenewal() {
    connect("orders:read");
    house.ask(api, "list").call();
    revoked = lastToken;

    var response = house.ask(api, "list").call();

    assertThat(response.succeeded()).isTrue();
    assertThat(response.attempts()).extracting(Attempt::status).containsExactly(401, 200);
    assertThat(server.requests()).isEqualTo(2);
    assertThat(upstream.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aLostAnswerIsTriedWithTheOldRefreshTokenAndThenSaidToThePerson() throws Exception {
    connect("orders:read");
    server.loseAnswers(1);

    var response = house.ask(api, "list").call();

    assertThat(server.requests()).isEqualTo(2);
    assertThat(response.failure().kind()).isEqualTo(Kind.AUTH);
    assertThat(response.failure().title()).isEqualTo("Sign in again");
    assertThat(response.failure().detail())
        .contains("invalid_grant", "Credential 'shop'", "ada@example.com did it last");
    assertThat(view().state()).isEqualTo(OAuthTokenView.State.SIGN_IN_AGAIN);
    assertThat(calls(20, () -> house.ask(api, "list").call()))
        .allMatch(failed -> failed.failure().title().equals("Sign in again"));
    assertThat(server.requests()).isEqualTo(2);
    assertThat(upstream.getRequestCount()).isZero();
  }

  @Test
  void signingInAgainHelpsAtOnce() {
    connect("orders:read");
    server.loseAnswers(1);
    house.ask(api, "list").call();

    consent("orders:read");
    house.tokens.credentialChanged(credential().id());

    assertThat(house.ask(api, "list").call().failure()).isNull();
  }

  @Test
  void aNodeThatDiedBeforeItAskedCostsNothingButTheWait() {
    connect("orders:read");
    house.grants.renewing(credential());
    dieHoldingTheRight(Duration.ofSeconds(1));

    try (var other = house.otherNode()) {
      assertThat(other.ask(api, "list").call().failure()).isNull();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    assertThat(server.statuses()).containsExactly(200);
  }

  @Test
  void aNodeThatDiedBeforeItKeptTheAnswerLeavesAClearState() throws Exception {
    connect("orders:read");
    // What is in the database when a node is killed between the answer and its writing down.
    house.grants.renewing(credential());
    var grant = house.grants.find(credential()).orElseThrow();
    var asked =
        house.endpoint.ask(
            source(List.of("orders:read")), TokenRequests.renewal(grant.refreshToken()));
    assertThat(asked).isInstanceOf(TokenReply.Granted.class);
    dieHoldingTheRight(Duration.ofSeconds(1));

    try (var other = house.otherNode()) {
      var failure = other.ask(api, "list").call().failure();

      assertThat(failure.title()).isEqualTo("Sign in again");
      assertThat(failure.detail()).contains("broken off before its answer was kept");
    }
    assertThat(server.statuses()).containsExactly(200, 400);
    assertThat(house.grants.view(credential()).state())
        .isEqualTo(ConnectionView.State.SIGN_IN_AGAIN);
  }

  @Test
  void aNewConsentIsNotOverwrittenByARenewalOfTheOldOne() throws Exception {
    connect("orders:read");
    server.delay(Duration.ofMillis(700));
    var call =
        Executors.newVirtualThreadPerTaskExecutor().submit(() -> house.ask(api, "list").call());
    Thread.sleep(350);
    var fresh = consent("orders:read");

    assertThat(call.get().failure()).isNull();

    assertThat(server.requests()).isEqualTo(2);
    assertThat(house.grants.find(credential()).orElseThrow().refreshToken())
        .isNotEqualTo(Secret.of(fresh)); // the new one was used, and rotated
    assertThat(house.tokenService.renew(house.access, view().id()).state())
        .isEqualTo(OAuthTokenView.State.VALID);
  }

  @Test
  void neitherRefreshTokensNorWhatComesOfThemIsInTheDatabase() {
    var refreshToken = connect("orders:read");
    house.ask(api, "list").call();

    var dump =
        database
            .jdbc()
            .sql(
                "select oauth_grants::text from oauth_grants union select oauth_tokens::text from oauth_tokens")
            .query(String.class)
            .list()
            .toString();
    assertThat(dump).doesNotContain(refreshToken).doesNotContain(lastToken);
    assertThat(house.secrets.redact(house.access.workspace(), refreshToken + " " + lastToken))
        .isEqualTo("•••••• ••••••");
  }

  private void use(String kind) {
    api =
        CallFixture.api(
            """
            name: Shop
            baseUrl: http://127.0.0.1:%d
            auth: {kind: %s, credential: shop}
            methods: [{name: list, path: /orders}]
            """
                .formatted(upstream.getPort(), kind));
  }

  private void secretCredential(String kind, String clientAuth, String... scopes) {
    var id = clientAuth.equals("basic") ? "basic client+1" : "post";
    put(
        kind,
        Map.of(
            "clientId",
            id,
            "clientAuth",
            clientAuth,
            "clientSecret",
            AuthorizationServer.SECRET + id,
            "authorizationUrl",
            server.url("/oauth2/authorize"),
            "scopes",
            List.of(scopes)));
  }

  private void keyCredential(String algorithm, JWK key) {
    put(
        "oauth2ClientCredentials",
        Map.of(
            "clientId",
            algorithm,
            "clientAuth",
            "privateKeyJwt",
            "privateKey",
            key.toJSONString(),
            "assertion",
            Map.of("algorithm", algorithm)));
  }

  private void put(String kind, Map<String, Object> fields) {
    var document = new java.util.HashMap<>(fields);
    document.put("kind", kind);
    document.put("tokenUrl", server.tokenUrl());
    if (!kind.equals("oauth2AuthorizationCode")) {
      document.remove("authorizationUrl");
    }
    house.credential("shop", Json.write(document));
  }

  /** Makes the credential and gives it a consent; its refresh token. */
  private String connect(String... scopes) {
    use("oauth2AuthorizationCode");
    secretCredential("oauth2AuthorizationCode", "basic", scopes);
    return consent(scopes);
  }

  private String consent(String... scopes) {
    var refreshToken = server.consent("basic client+1", scopes);
    house.grants.connected(
        credential(),
        new Grant(Secret.of(refreshToken), null, List.of(scopes), false),
        "ada@example.com");
    return refreshToken;
  }

  private void dieHoldingTheRight(Duration left) {
    new OAuthRenewalRepository(database.jdbc()).lease(credential().id(), "a dead node", left);
  }

  private Credential credential() {
    return house.credentials.store.find(house.access.workspace(), "shop").orElseThrow();
  }

  private TokenSource source(List<String> scopes) {
    var credential = credential();
    return TokenSource.of(credential, (OAuthClient) credential.settings(), scopes);
  }

  private OAuthTokenView view() {
    return house.tokenService.list(house.access).getFirst();
  }

  private static JWK key(String algorithm) throws Exception {
    return switch (algorithm) {
      case "ES256" -> new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
      case "ES384" -> new ECKeyGenerator(Curve.P_384).keyID("key-1").generate();
      default -> new RSAKeyGenerator(2048).keyID("key-1").generate();
    };
  }

  private static <T> List<T> calls(int number, Callable<T> call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (var future : threads.invokeAll(Collections.nCopies(number, call))) {
        results.add(future.get());
      }
      return results;
    }
  }

  private volatile String lastToken = "";
  private volatile String revoked = "";

  /** Takes what the authorization server knows. */
  private final class Upstream extends Dispatcher {

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      var token = String.valueOf(request.getHeaders().get("Authorization")).replace("Bearer ", "");
      lastToken = token;
      var isGood = server.knows(token) && !token.equals(revoked);
      return new MockResponse.Builder().code(isGood ? 200 : 401).body("").build();
    }
  }
}
