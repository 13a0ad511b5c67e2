package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Failure.Kind;
import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import io.patchbay.credential.SignRecipe;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signatures with a shared key, checked as an API would check them. */
class SignatureTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final String KEY = "canary-key-of-the-shop";

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
    house.credential("key", "{kind: hmac, keyId: shop-1, secret: %s}".formatted(KEY));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    house.close();
  }

  @Test
  void signsTimestampAndBody() throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    var api =
        api(
            """
            text: "{{ timestamp }}.{{ request.body }}"
            name: X-Signature
            value: "v1={{ signature }}"
            headers: {X-Timestamp: "{{ timestamp }}", X-Key: "{{ keyId }}"}
            """);

    var response = house.ask(api, "post").body(Map.of("a", "ä")).call();

    var request = server.takeRequest();
    var body = request.getBody().utf8();
    var signed = request.getHeaders().get("X-Timestamp") + "." + body;
    assertThat(body).isEqualTo("{\"a\":\"ä\"}");
    assertThat(request.getHeaders().get("X-Signature"))
        .isEqualTo("v1=" + HexFormat.of().formatHex(hmac(KEY, signed)));
    assertThat(request.getHeaders().get("X-Key")).isEqualTo("shop-1");
    assertThat(response.request().headers())
        .contains(new SentRequest.Header("X-Key", "shop-1", "credential"));
    assertThat(Json.write(response)).doesNotContain(KEY);
  }

  @Test
  void aQueryIsSignedIntoTheQuery() throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    var api =
        api(
            """
            text: "{{ request.query }}"
            in: query
            name: signature
            query: {timestamp: "{{ timestampMs }}"}
            headers: {X-MBX-APIKEY: "{{ keyId }}"}
            """);

    house.ask(api, "get").with("symbol", "A B").call();

    var target = server.takeRequest().getTarget();
    assertThat(target).startsWith("/x?symbol=A%20B&timestamp=");
    var query = target.substring(3, target.indexOf("&signature="));
    assertThat(target).endsWith("&signature=" + HexFormat.of().formatHex(hmac(KEY, query)));
  }

  @Test
  void aRedirectOnTheOriginIsSignedAnew() throws Exception {
    server.enqueue(new MockResponse.Builder().code(307).addHeader("Location", "/y?b=2").build());
    server.enqueue(new MockResponse.Builder().build());

    house.ask(api("{text: '{{ request.verb }} {{ request.target }}', name: X-Sig}"), "get").call();

    assertThat(server.takeRequest().getHeaders().get("X-Sig"))
        .isEqualTo(HexFormat.of().formatHex(hmac(KEY, "GET /x")));
    var second = server.takeRequest();
    assertThat(second.getHeaders().values("X-Sig"))
        .containsExactly(HexFormat.of().formatHex(hmac(KEY, "GET /y?b=2")));
  }

  @Test
  void whiteSpaceAroundAnExpressionIsSigned() throws Exception {
    server.enqueue(new MockResponse.Builder().build());

    house
        .ask(api("{text: \"{{ request.verb }}\\n\", name: X-Sig, encoding: base64}"), "get")
        .call();

    assertThat(server.takeRequest().getHeaders().get("X-Sig"))
        .isEqualTo(Base64.getEncoder().encodeToString(hmac(KEY, "GET\n")));
  }

  @Test
  void whatIsWrongWithARecipeIsSaidBeforeAnythingIsSent() {
    assertThat(failure("{name: X-Sig}")).contains("Signature, text:");
    assertThat(failure("{text: a}")).contains("Signature, name:").contains("header");
    assertThat(failure("{text: '{{ 1 + }}', name: X}")).contains("Signature, text:");
    assertThat(failure("{text: a, name: X, value: '{{ $nope() }}'}")).contains("value");
    assertThat(failure("{text: a, name: X, headers: {X-A: '{{ 1 + }}'}}")).contains("header X-A");
    assertThat(failure("{text: a, name: X, key: hex}")).contains("Signature, key:");
    assertThat(server.getRequestCount()).isZero();
  }

  private String failure(String recipe) {
    var failure = house.ask(api(recipe), "get").call().failure();
    assertThat(failure.kind()).isIn(Kind.CONFIGURATION, Kind.EXPRESSION);
    assertThat(failure.detail()).doesNotContain(KEY);
    return failure.detail();
  }

  private Api api(String recipe) {
    var api =
        """
        name: Shop
        baseUrl: http://127.0.0.1:%d
        auth: {kind: hmac, credential: key}
        methods:
          - {name: get, path: /x, parameters: [{in: query, name: symbol}]}
          - {name: post, verb: POST, path: /x}
        """
            .formatted(server.getPort());
    var read = CallFixture.api(api);
    var parsed = Json.readDocument("# YAML\n" + recipe, SignRecipe.class);
    return read.with(parts -> parts.auth = new Auth.Hmac("key", parsed));
  }

  private static byte[] hmac(String key, String text) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
