package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.Customization;
import io.patchbay.common.Failure.Kind;
import io.patchbay.common.Json;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticationTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final String CANARY = "canary pässw/rd+\"1\"";

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer server = new MockWebServer();
  private final MockWebServer elsewhere = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
    elsewhere.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    elsewhere.close();
    house.close();
  }

  @Test
  void basicSendsUserAndPasswordInUtf8() throws Exception {
    put("{kind: basic, username: ada, password: %s}");
    server.enqueue(new MockResponse.Builder().build());

    var response = house.ask(api("kind: basic"), "get").call();

    assertThat(server.takeRequest().getHeaders().get("Authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(("ada:" + CANARY).getBytes(StandardCharsets.UTF_8)));
    assertThat(response.request().headers())
        .contains(new SentRequest.Header("Authorization", "Basic ••••••", "credential"));
  }

  @Test
  void anApiKeyGoesWhereTheApiWantsIt() throws Exception {
    house.credential("key", "{kind: apiKey, value: 'a&b=canary'}");
    for (int i = 0; i < 3; i++) {
      server.enqueue(new MockResponse.Builder().build());
    }

    house.ask(api("kind: apiKey, in: header, name: X-Key"), "get").call();
    var inQuery = house.ask(api("kind: apiKey, in: query, name: api key"), "get").call();
    house.ask(api("kind: apiKey, in: cookie, name: key"), "get").call();

    assertThat(server.takeRequest().getHeaders().get("X-Key")).isEqualTo("a&b=canary");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/x?api%20key=a%26b%3Dcanary");
    assertThat(server.takeRequest().getHeaders().get("Cookie")).isEqualTo("key=a&b=canary");
    assertThat(inQuery.request().url()).endsWith("/x?api%20key=••••••");
  }

  @Test
  void severalKeysOfACredentialGoWhereTheApiWantsThem() throws Exception {
    house.credential(
        "key",
        "{kind: apiKey, value: canary-one, values: [app, id], app: canary-two, id: canary-3}");
    var auth =
        "kind: apiKey, name: Authorization, prefix: 'Token ', more: [{in: query, name: app, value: app}, {in: cookie, name: id, prefix: 'v1.', value: id}]";
    server.enqueue(new MockResponse.Builder().build());

    var response = house.ask(api(auth), "get").call();

    var request = server.takeRequest();
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Token canary-one");
    assertThat(request.getTarget()).isEqualTo("/x?app=canary-two");
    assertThat(request.getHeaders().get("Cookie")).isEqualTo("id=v1.canary-3");
    assertThat(Json.write(response)).doesNotContain("canary").contains("Token ••••••");
  }

  @Test
  void aKeyThatTheCredentialDoesNotHaveIsNamed() {
    house.credential("key", "{kind: apiKey, value: canary-one}");

    var response =
        house.ask(api("kind: apiKey, name: X-A, more: [{name: X-B, value: app}]"), "get").call();

    assertThat(response.failure().detail()).contains("'app'").contains("'X-B'").contains("'key'");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void anAuthorizationSetByHandBeatsTheCredential() throws Exception {
    put("{kind: bearer, token: 'secret-of-the-vault'}");
    server.enqueue(new MockResponse.Builder().build());
    var own =
        new Customization.Headers(null, Map.of("Authorization", "Bearer own"), Map.of(), List.of());

    house.ask(api("kind: bearer"), "get").customizedBy(own).call();

    assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer own");
  }

  @Test
  void aCredentialIsBoundByItsFirstCallAndGoesNowhereElse() {
    put("{kind: bearer, token: 'secret-of-the-vault'}");
    server.enqueue(new MockResponse.Builder().build());
    house.ask(api("kind: bearer"), "get").call();

    var moved = api("kind: bearer", elsewhere);
    var response = house.ask(moved, "get").call();

    assertThat(response.failure().kind()).isEqualTo(Kind.AUTH);
    assertThat(response.failure().detail())
        .contains("http://127.0.0.1:" + server.getPort())
        .contains("http://127.0.0.1:" + elsewhere.getPort())
        .contains("enter its secret again");
    assertThat(elsewhere.getRequestCount()).isZero();
  }

  @Test
  void saysWhatIsWrongWithTheSetUp() {
    var none = CallFixture.api(api("kind: bearer", "null", server));
    house.credential("key", "{kind: basic, username: a, password: b}");

    assertThat(house.ask(none, "get").call().failure().detail())
        .contains("no credential is chosen");
    assertThat(house.ask(api("kind: bearer"), "get").call().failure().detail())
        .contains("which is of kind basic");
    house.credentials.service.delete(house.access, "key");
    assertThat(house.ask(api("kind: bearer"), "get").call().failure().detail())
        .contains("'key', which does not exist");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void notesWhenACredentialWasUsedAndWhenItFailed() throws Exception {
    put("{kind: bearer, token: 'secret-of-the-vault'}");
    server.enqueue(new MockResponse.Builder().code(401).build());
    house.ask(api("kind: bearer"), "get").call();

    var view = house.credentials.service.get(house.access, "key");
    for (int i = 0; i < 50 && view.lastFailedAt() == null; i++) {
      Thread.sleep(20);
      view = house.credentials.service.get(house.access, "key");
    }
    assertThat(view.failing()).isTrue();
    assertThat(view.lastFailure()).contains("401");
  }

  @ParameterizedTest
  @CsvSource({"301", "302", "303", "307", "308"})
  void onAnotherOriginNothingSecretGoesAlong(int status) throws Exception {
    house.credential("key", "{kind: apiKey, value: canary-key}");
    server.enqueue(redirect(status, elsewhere.url("/there?a=b#c").toString()));
    elsewhere.enqueue(new MockResponse.Builder().body("ok").build());
    var own =
        new Customization.Headers(
            null,
            Map.of("Cookie", "a=canary", "X-Own", "canary", "Accept-Language", "de"),
            Map.of(),
            List.of());

    var response = house.ask(api("kind: apiKey, name: X-Key"), "get").customizedBy(own).call();

    assertThat(response.succeeded()).isTrue();
    var request = elsewhere.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/there?a=b");
    assertThat(request.getHeaders().toString()).doesNotContain("canary");
    assertThat(request.getHeaders().get("Accept-Language")).isEqualTo("de");
  }

  @Test
  void onTheSameOriginTheCredentialStays() throws Exception {
    put("{kind: bearer, token: 'secret-of-the-vault'}");
    server.enqueue(redirect(307, "../y"));
    server.enqueue(new MockResponse.Builder().build());

    house.ask(api("kind: bearer"), "get").call();
    server.takeRequest();

    var second = server.takeRequest();
    assertThat(second.getTarget()).isEqualTo("/y");
    assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer secret-of-the-vault");
  }

  @ParameterizedTest
  @CsvSource({
    "post, 301, GET",
    "post, 302, GET",
    "post, 303, GET",
    "post, 307, POST",
    "post, 308, POST",
    "put, 303, GET",
    "put, 307, PUT",
    "put, 301,",
    "put, 302,",
    "get, 301, GET",
    "get, 303, GET"
  })
  void redirectsFollowTheRulesOfTheVerb(String method, int status, String next) throws Exception {
    server.enqueue(redirect(status, "/next"));
    server.enqueue(new MockResponse.Builder().build());

    var asking = house.ask(api("kind: none"), method);
    var response = method.equals("get") ? asking.call() : asking.body(Map.of("a", 1)).call();

    assertThat(server.takeRequest().getMethod()).isEqualToIgnoringCase(method);
    if (next == null) {
      assertThat(response.failure().title()).isEqualTo("Redirect not followed");
      assertThat(server.getRequestCount()).isEqualTo(1);
    } else {
      var second = server.takeRequest();
      assertThat(second.getMethod()).isEqualTo(next);
      assertThat(second.getBodySize()).isEqualTo(next.equals("GET") ? 0 : 7);
    }
  }

  @Test
  void followsFiveRedirectsAndNoMore() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return redirect(302, "/again");
          }
        });

    var response = house.ask(api("kind: none"), "get").call();

    assertThat(response.failure().detail()).contains("more than 5 times");
    assertThat(server.getRequestCount()).isEqualTo(6);
  }

  @Test
  void noSecretComesBackInAResponse() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            var echo =
                Map.of("target", request.getTarget(), "headers", request.getHeaders().toString());
            return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeaderLenient("X-Echo", String.valueOf(request.getHeaders().get("X-Key")))
                .body(Json.write(echo))
                .build();
          }
        });
    var responses = new java.util.ArrayList<String>();
    put("{kind: basic, username: ada, password: %s}");
    responses.add(Json.write(house.ask(api("kind: basic"), "get").call()));
    for (var place :
        List.of("in: header, name: X-Key", "in: query, name: key", "in: cookie, name: key")) {
      house.credential("key", "{kind: apiKey, value: canary-12-34/5+6}");
      responses.add(Json.write(house.ask(api("kind: apiKey, " + place), "get").call()));
    }

    for (var response : responses) {
      for (var secret : List.of(CANARY, "canary-12-34/5+6")) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        assertThat(response)
            .doesNotContain("canary")
            .doesNotContain(PercentCode.encode(secret))
            .doesNotContain(Base64.getEncoder().encodeToString(bytes))
            .doesNotContain(
                Base64.getEncoder()
                    .encodeToString(("ada:" + secret).getBytes(StandardCharsets.UTF_8)))
            .doesNotContain(HexFormat.of().formatHex(bytes));
      }
    }
  }

  @Test
  void theGuardStopsRedirectsToForbiddenPlaces() throws Exception {
    try (var closed =
        new CallFixture(
            house.credentials,
            house.access,
            TrustedAuthorities.of(""),
            "127.0.0.1:" + server.getPort())) {
      for (var location :
          List.of(
              elsewhere.url("/").toString(),
              "http://localhost:" + elsewhere.getPort(),
              "http://2130706433:" + elsewhere.getPort(),
              "http://[::ffff:127.0.0.1]:" + elsewhere.getPort(),
              "http://169.254.169.254/latest/meta-data")) {
        server.enqueue(redirect(302, location));

        var response = closed.ask(api("kind: none"), "get").call();

        assertThat(response.failure().kind()).as(location).isEqualTo(Kind.NOT_SENT);
        assertThat(response.failure().detail()).contains("egress guard");
      }
      assertThat(closed.ask(api("kind: none", elsewhere), "get").call().failure().detail())
          .contains("PATCHBAY_EGRESS_ALLOW");
    }
    assertThat(elsewhere.getRequestCount()).isZero();
  }

  private void put(String yaml) {
    house.credential("key", yaml.formatted(Json.write(CANARY)));
  }

  private Api api(String auth) {
    return api(auth, server);
  }

  private static Api api(String auth, MockWebServer at) {
    return CallFixture.api(api(auth, "key", at));
  }

  private static String api(String auth, String credential, MockWebServer at) {
    var named = auth.equals("kind: none") ? auth : auth + ", credential: " + credential;
    return """
    name: Shop
    baseUrl: http://127.0.0.1:%d
    auth: {%s}
    methods:
      - {name: get, path: /x}
      - {name: post, verb: POST, path: /x}
      - {name: put, verb: PUT, path: /x}
    """
        .formatted(at.getPort(), named);
  }

  private static MockResponse redirect(int status, String location) {
    return new MockResponse.Builder().code(status).addHeader("Location", location).build();
  }
}
