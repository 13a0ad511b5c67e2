package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.Api;
import io.patchbay.common.Access;
import io.patchbay.common.Failure.Kind;
import io.patchbay.common.Json;
import io.patchbay.credential.CredentialFixture;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OAuthTokensTest {

  private static final TestDatabase database = TestDatabase.fresh();

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer upstream = new MockWebServer();
  private final MockWebServer endpoint = new MockWebServer();
  private final AtomicInteger tokenRequests = new AtomicInteger();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private volatile MockResponse.Builder tokenAnswer;
  private volatile int expiresIn = 3600;
  private Api api;

  @BeforeEach
  void start() throws IOException {
    upstream.setDispatcher(new Upstream());
    endpoint.setDispatcher(new Endpoint());
    upstream.start();
    endpoint.start();
    api =
        CallFixture.api(
            """
            name: Shop
            baseUrl: http://127.0.0.1:%d
            auth: {kind: oauth2ClientCredentials, credential: shop}
            methods: [{name: list, path: /orders}, {name: create, verb: POST, path: /orders}]
            """
                .formatted(upstream.getPort()));
    credential(endpoint.url("/token").toString());
  }

  @AfterEach
  void stop() throws IOException {
    upstream.close();
    endpoint.close();
    house.close();
  }

  @Test
  void asksARealServerOnceForAThousandCallsAtOnce() throws Exception {
    var server = new MockOAuth2Server();
    server.start();
    try {
      credential(server.tokenEndpointUrl("default").toString());

      var responses = together(1_000, () -> house.ask(api, "list").call());

      assertThat(responses).allMatch(ApiResponse::succeeded);
      assertThat(responses.stream().filter(r -> r.tokenExchange() != null)).hasSize(1);
      var request = server.takeRequest(1, TimeUnit.SECONDS);
      assertThat(request.getBody().readUtf8())
          .contains("grant_type=client_credentials")
          .contains("scope=read+write")
          .contains("audience=orders")
          .contains("tenant=7");
      assertThat(request.getHeader("Authorization")).startsWith("Basic ");
      assertThat(requestsLeft(server)).isZero();
    } finally {
      server.shutdown();
    }
  }

  @Test
  void twoNodesAskOnce() throws Exception {
    tokenAnswer = null;
    try (var other = house.otherNode()) {
      var calls = new AtomicInteger();
      var responses =
          together(
              200,
              () -> (calls.getAndIncrement() % 2 == 0 ? house : other).ask(api, "list").call());

      assertThat(responses).allMatch(ApiResponse::succeeded);
      assertThat(tokenRequests).hasValue(1);
    }
  }

  @Test
  void theTimeOfACallIncludesItsToken() {
    var response = house.ask(api, "list").call();

    var attempt = response.attempts().getFirst();
    assertThat(attempt.timings().token()).isPositive();
    assertThat(response.durationUs()).isEqualTo(attempt.timings().token() + attempt.durationUs());
  }

  @Test
  void aRevokedTokenCostsOneCallAndOneTokenRequest() {
    house.ask(api, "list").call();
    revoked.add("token-1");

    var response = house.ask(api, "create").body(1).call();

    assertThat(response.succeeded()).isTrue();
    assertThat(response.attempts()).extracting(Attempt::status).containsExactly(401, 200);
    assertThat(tokenRequests).hasValue(2);
    assertThat(upstream.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aHundredCallsThatFindTheTokenRevokedAskOnce() throws Exception {
    house.ask(api, "list").call();
    revoked.add("token-1");

    var responses = together(100, () -> house.ask(api, "list").call());

    assertThat(responses).allMatch(ApiResponse::succeeded);
    assertThat(tokenRequests).hasValue(2);
  }

  @Test
  void anApiThatRefusesEachTokenCausesNoStorm() {
    for (int i = 1; i < 100; i++) {
      revoked.add("token-" + i);
    }

    for (int i = 0; i < 20; i++) {
      assertThat(house.ask(api, "list").call().status()).isEqualTo(401);
    }

    assertThat(tokenRequests.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void tokensThatLiveThirtySecondsAreUsedMoreThanOnce() {
    expiresIn = 30;

    for (int i = 0; i < 10; i++) {
      assertThat(house.ask(api, "list").call().succeeded()).isTrue();
    }

    assertThat(tokenRequests).hasValue(1);
  }

  @Test
  void renewsInTheBackgroundAndBlocksOnlyWhenExpired() throws Exception {
    expiresIn = 3;
    house.ask(api, "list").call();
    Thread.sleep(1_700);

    assertThat(house.ask(api, "list").call().attempts().getFirst().timings().token()).isZero();
    Thread.sleep(500);

    assertThat(tokenRequests).hasValue(2);
    Thread.sleep(3_000);
    var blocked = house.ask(api, "list").call();
    assertThat(blocked.succeeded()).isTrue();
    assertThat(blocked.tokenExchange()).isNotNull();
    assertThat(tokenRequests).hasValue(3);
  }

  @Test
  void aTokenWithoutALifeHoldsUntilItIsRefused() {
    expiresIn = 0;
    house.ask(api, "list").call();
    house.ask(api, "list").call();
    assertThat(tokenRequests).hasValue(1);
    assertThat(house.tokenService.list(house.access).getFirst().expiresAt()).isNull();

    revoked.add("token-1");
    assertThat(house.ask(api, "list").call().succeeded()).isTrue();
    assertThat(tokenRequests).hasValue(2);
  }

  @Test
  void aWrongClientIsSaidAndNotAskedForAgainAndAgain() {
    tokenAnswer =
        json(
            401,
            "{\"error\":\"invalid_client\",\"error_description\":\"Unknown client canary-s3cr3t\"}");

    var responses = new ArrayList<ApiResponse>();
    for (int i = 0; i < 20; i++) {
      responses.add(house.ask(api, "list").call());
    }

    assertThat(tokenRequests).hasValue(1);
    assertThat(upstream.getRequestCount()).isZero();
    assertThat(responses).allMatch(r -> r.failure().kind() == Kind.AUTH);
    assertThat(responses.getFirst().failure().detail())
        .contains("invalid_client: Unknown client ••••••")
        .contains("client 'patchbay'")
        .contains("credential 'shop'");
    assertThat(responses.getFirst().tokenExchange().status()).isEqualTo(401);
    assertThat(responses.getLast().failure().detail()).contains("asked again in");
    var view = house.tokenService.list(house.access).getFirst();
    assertThat(view.state()).isEqualTo(OAuthTokenView.State.FAILING);
    assertThat(view.lastError()).contains("invalid_client");
  }

  @Test
  void aChangedCredentialGetsATokenOfItsOwnAtOnce() {
    tokenAnswer = json(400, "{\"error\":\"invalid_scope\"}");
    house.ask(api, "list").call();
    tokenAnswer = null;

    credential(endpoint.url("/token").toString());

    assertThat(house.ask(api, "list").call().succeeded()).isTrue();
    assertThat(house.tokenService.list(house.access)).hasSize(1);
  }

  @Test
  void aTroubledEndpointIsAskedAgainAtOnce() {
    var answers = List.of(json(503, ""), json(500, "oops"));
    var asked = new AtomicInteger();
    endpoint.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            var number = asked.getAndIncrement();
            return number < answers.size() ? answers.get(number).build() : granted();
          }
        });

    assertThat(house.ask(api, "list").call().succeeded()).isTrue();
    assertThat(asked).hasValue(3);
  }

  @Test
  void takesNoStrangeAnswers() {
    for (var strange :
        List.of(
            json(200, "{\"access_token\":\"x\"}"),
            json(200, "{\"access_token\":\"x\",\"token_type\":\"mac\"}"),
            json(200, "<html>"),
            json(
                200, "{\"access_token\":\"" + "x".repeat(70_000) + "\",\"token_type\":\"bearer\"}"),
            new MockResponse.Builder().code(302).addHeader("Location", "/elsewhere"))) {
      tokenAnswer = strange;
      credential(endpoint.url("/token").toString());

      assertThat(house.ask(api, "list").call().failure().kind()).isEqualTo(Kind.AUTH);
    }
    assertThat(upstream.getRequestCount()).isZero();
  }

  @Test
  void theTokenEndpointIsBehindTheGuard() {
    credential("http://10.255.255.1/token");

    var failure = house.ask(api, "list").call().failure();

    assertThat(failure.detail()).contains("egress guard refused 10.255.255.1:80");
  }

  @Test
  void tokensAreShownRenewedAndForgotten() {
    house.ask(api, "list").call();
    var first = house.tokenService.list(house.access).getFirst();
    assertThat(first.state()).isEqualTo(OAuthTokenView.State.VALID);
    assertThat(first.credential()).isEqualTo("shop");
    assertThat(first.scopes()).containsExactly("read", "write");
    assertThat(first.renewals()).isEqualTo(1);

    var renewed = house.tokenService.renew(house.access, first.id());
    assertThat(renewed.renewals()).isEqualTo(2);
    assertThat(house.ask(api, "list").call().succeeded()).isTrue();
    assertThat(upstreamToken()).isEqualTo("token-2");

    house.tokenService.forget(house.access, first.id());
    assertThat(house.tokenService.list(house.access)).isEmpty();
    house.ask(api, "list").call();
    assertThat(tokenRequests).hasValue(3);
  }

  @Test
  void aStartedNodeUsesTheTokenThatIsThere() throws IOException {
    house.ask(api, "list").call();

    try (var other = house.otherNode()) {
      assertThat(other.ask(api, "list").call().succeeded()).isTrue();
    }
    assertThat(tokenRequests).hasValue(1);
  }

  @Test
  void whatOneNodeForgetsTheOthersForgetWithinSeconds() throws Exception {
    try (var other = house.otherNode()) {
      other.ask(api, "list").call();
      var id = house.tokenService.list(house.access).getFirst().id();
      house.tokenService.forget(house.access, id);
      assertThat(other.ask(api, "list").call().succeeded()).isTrue();
      Thread.sleep(5_100);

      other.ask(api, "list").call(); // sees it, beside its own way
      Thread.sleep(300);
      other.ask(api, "list").call();

      assertThat(tokenRequests).hasValue(2);
      assertThat(house.tokenService.list(house.access)).hasSize(1);
    }
  }

  @Test
  void noSecretLeavesThroughAResponseOrTheDatabase() {
    var response = house.ask(api, "list").call();

    var dump =
        database
            .jdbc()
            .sql("select oauth_tokens::text from oauth_tokens")
            .query(String.class)
            .list();
    assertThat(Json.write(response)).doesNotContain("token-1").doesNotContain("canary");
    assertThat(dump.toString()).doesNotContain("token-1").doesNotContain("canary");
    assertThat(house.secrets.redact(house.access.workspace(), "a token-1 b canary-s3cr3t"))
        .isEqualTo("a •••••• b ••••••");
    assertThat(Json.write(house.tokenService.list(house.access))).doesNotContain("token-1");
  }

  @Test
  void viewersLookAndEditorsRenew() {
    house.ask(api, "list").call();
    var viewer = CredentialFixture.access(house.access.workspace(), Access.Role.VIEWER);
    var id = house.tokenService.list(viewer).getFirst().id();

    assertThatThrownBy(() -> house.tokenService.renew(viewer, id))
        .isInstanceOf(io.patchbay.common.ForbiddenException.class);
    assertThatThrownBy(() -> house.tokenService.forget(house.credentials.workspace(), id))
        .isInstanceOf(io.patchbay.common.NotFoundException.class);
  }

  private void credential(String tokenUrl) {
    house.credential(
        "shop",
        """
        {kind: oauth2ClientCredentials, tokenUrl: "%s", clientId: patchbay,
         clientSecret: canary-s3cr3t, scopes: [read, write], audience: orders,
         parameters: {tenant: "7"}}
        """
            .formatted(tokenUrl)
            .strip());
  }

  private String upstreamToken() {
    return lastAuthorization.substring("Bearer ".length());
  }

  private volatile String lastAuthorization = "";

  private static List<ApiResponse> together(int calls, Callable<ApiResponse> call)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var responses = new ArrayList<ApiResponse>();
      for (var future : threads.invokeAll(java.util.Collections.nCopies(calls, call))) {
        responses.add(future.get());
      }
      return responses;
    }
  }

  private static int requestsLeft(MockOAuth2Server server) {
    var count = 0;
    try {
      while (server.takeRequest(200, TimeUnit.MILLISECONDS) != null) {
        count++;
      }
    } catch (RuntimeException _) {
      // the server says so when there is none
    }
    return count;
  }

  private static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body);
  }

  private MockResponse granted() {
    var life = expiresIn == 0 ? "" : ",\"expires_in\":" + expiresIn;
    var token = "token-" + tokenRequests.incrementAndGet();
    return json(200, "{\"access_token\":\"%s\",\"token_type\":\"Bearer\"%s}".formatted(token, life))
        .build();
  }

  private final class Endpoint extends Dispatcher {

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      var scripted = tokenAnswer;
      if (scripted == null) {
        return granted();
      }
      tokenRequests.incrementAndGet();
      return scripted.build();
    }
  }

  private final class Upstream extends Dispatcher {

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      lastAuthorization = String.valueOf(request.getHeaders().get("Authorization"));
      var token = lastAuthorization.substring(lastAuthorization.indexOf(' ') + 1);
      return revoked.contains(token)
          ? new MockResponse.Builder().code(401).build()
          : json(200, "{\"youSent\": \"%s\"}".formatted(lastAuthorization)).build();
    }
  }
}
