package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Failure.Kind;
import io.patchbay.common.Json;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customizations do to a request before it is sent. */
class CustomizationsTest {

  private static final TestDatabase database = TestDatabase.fresh();

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
    for (int i = 0; i < 10; i++) {
      server.enqueue(new MockResponse.Builder().build());
    }
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    house.close();
  }

  @Test
  void theyApplyInTheOrderApiMethodFlow() throws Exception {
    var api =
        api(
            """
            customizations:
              - {kind: headers, name: A1, set: {X-Who: api, X-Api: '1', X-Gone: x}, append: {X-All: a}}
              - {kind: headers, append: {X-All: b}}
            methods:
              - name: get
                path: /x
                customizations:
                  - {kind: headers, name: M, set: {X-Who: method, X-Method: "{{ request.headers.`x-api` }}2"}, append: {X-All: c}}
            """);

    var response =
        house
            .ask(api, "get")
            .customizedBy(
                "{kind: headers, name: F1, set: {X-Who: '{{ vars.who }}'}, append: {X-All: d}, remove: [x-gone, Accept]}",
                "{kind: headers, name: F2, set: {X-Before: '{{ request.headers.`x-who` }}', X-No: '{{ vars.missing }}'}}")
            .seeing("vars", Map.of("who", "flow"))
            .call();

    assertThat(response.failure()).isNull();
    var headers = server.takeRequest().getHeaders();
    assertThat(headers.values("X-Who")).containsExactly("flow");
    assertThat(headers.get("X-All")).isEqualTo("a, b, c, d");
    assertThat(headers.get("X-Method")).isEqualTo("12");
    assertThat(headers.get("X-Before")).isEqualTo("flow");
    assertThat(headers.get("X-Gone")).isNull();
    assertThat(headers.get("X-No")).isNull();
    assertThat(headers.get("Accept")).isNull();
    assertThat(response.request().headers())
        .contains(
            new SentRequest.Header("X-Who", "flow", "flow: F1"),
            new SentRequest.Header("X-Api", "1", "api: A1"),
            new SentRequest.Header(
                "X-All", "a, b, c, d", "api: A1, api: headers, method: M, flow: F1"));
  }

  @Test
  void theQueryKeepsWhatNobodyTouches() throws Exception {
    var api =
        api(
            """
            methods:
              - name: get
                path: /x?fixed=1%2F2&flag
                parameters:
                  - {name: q, in: query}
                  - {name: tags, in: query}
                  - {name: token, in: query, redacted: true}
            """);

    var response =
        house
            .ask(api, "get")
            .with("q", "a b")
            .with("tags", List.of("x", "y"))
            .with("token", "canary-77")
            .customizedBy(
                "{kind: query, name: Q, set: {q: 'ü&=+', new: '{{ [1, 2] }}'}, append: {tags: z}, remove: [flag]}",
                "{kind: query, set: {copy: '{{ request.query.tags[2] }}', none: '{{ vars.x }}', leak: '{{ request.query.token }}'}}")
            .call();

    assertThat(server.takeRequest().getTarget())
        .isEqualTo(
            "/x?fixed=1%2F2&q=%C3%BC%26%3D%2B&tags=x&tags=y&token=canary-77&new=1&new=2&tags=z&copy=z&leak=canary-77");
    assertThat(response.request().query())
        .contains(
            new SentRequest.Query("fixed", "1/2", "method"),
            new SentRequest.Query("q", "ü&=+", "flow: Q"),
            new SentRequest.Query("token", SentRequest.MASK, "input"),
            new SentRequest.Query("leak", SentRequest.MASK, "flow: query"));
    assertThat(Json.write(response)).doesNotContain("canary");
  }

  @Test
  void thePoliciesInForceAreToldWithWhoSaidThem() {
    var api =
        api(
            """
            policies: {totalMs: 9000, retries: 1}
            customizations: [{kind: policy, name: Quick, policies: {totalMs: 8000}}]
            methods: [{name: get, path: /x, policies: {responseMs: 700}}]
            """);

    var response =
        house.ask(api, "get").customizedBy("{kind: policy, policies: {retries: 0}}").call();

    assertThat(response.request().policies())
        .containsExactlyInAnyOrder(
            new SentRequest.Policy("retries", "0", "flow: policy"),
            new SentRequest.Policy("responseMs", "700", "method"),
            new SentRequest.Policy("totalMs", "8000", "api: Quick"));
  }

  @Test
  void aQueryMayBecomeEmpty() throws Exception {
    var api = api("methods: [{name: get, path: '/x?a=1&a=2'}]");

    house.ask(api, "get").customizedBy("{kind: query, remove: [a]}").call();

    assertThat(server.takeRequest().getTarget()).isEqualTo("/x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: body, value: {a: '{{ request.body.n + 1 }}', b: null}}                | application/json                  | {"a":2,"b":null}
          {kind: body, value: {a: 'x y', b: [1, 2]}, contentType: application/x-www-form-urlencoded} | application/x-www-form-urlencoded | a=x%20y&b=1&b=2
          {kind: body, value: 'n is {{ request.body.n }}', contentType: text/plain}    | text/plain; charset=UTF-8         | n is 1
          {kind: body, value: '<a/>', contentType: application/xml}                    | application/xml                   | <a/>
          {kind: body, contentType: application/x-www-form-urlencoded}                 | application/x-www-form-urlencoded | n=1
          {kind: body, value: '{{ vars.nothing }}'}                                    |                                   | ''
          """)
  void aBodyIsWrittenAsItsTypeSays(String node, String type, String body) throws Exception {
    var api = api("methods: [{name: post, verb: POST, path: /x, body: {}}]");

    var response = house.ask(api, "post").body(Map.of("n", 1)).customizedBy(node).call();

    assertThat(response.failure()).isNull();
    var request = server.takeRequest();
    assertThat(text(request)).isEqualTo(body);
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo(type);
    assertThat(response.request().bodyOrigin()).isEqualTo(type == null ? null : "flow: body");
  }

  @Test
  void aTypeByHandStaysWithAnotherBody() throws Exception {
    var api =
        api(
            "methods: [{name: post, verb: POST, path: /x, headers: {Content-Type: application/vnd.x+json}}]");

    house
        .ask(api, "post")
        .body(Map.of("n", 1))
        .customizedBy(
            "{kind: body, value: {again: '{{ request.body }}'}}",
            "{kind: headers, set: {X-Sees: '{{ $string(request.body.again.n) }}'}}")
        .call();

    var request = server.takeRequest();
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/vnd.x+json");
    assertThat(text(request)).isEqualTo("{\"again\":{\"n\":1}}");
    assertThat(request.getHeaders().get("X-Sees")).isEqualTo("1");
  }

  @Test
  void anotherCredentialAuthenticates() throws Exception {
    house.credential("usual", "{kind: bearer, token: canary-usual-1}");
    house.credential("other", "{kind: bearer, token: canary-other-1}");
    house.credential("ada", "{kind: basic, username: ada, password: canary-ada-1}");
    var api =
        api(
            """
            auth: {kind: bearer, credential: usual}
            methods:
              - {name: get, path: /x}
              - {name: open, path: /open, security: []}
              - name: own
                path: /own
                security: []
                customizations: [{kind: credential, name: Own, credential: other}]
            customizations: [{kind: credential, credential: other}]
            """);

    var first = house.ask(api, "get").call();
    house
        .ask(api, "get")
        .customizedBy("{kind: credential, credential: ada, auth: {kind: basic}}")
        .call();
    house.ask(api, "open").call();
    var own = house.ask(api, "own").call();

    assertThat(server.takeRequest().getHeaders().get("Authorization"))
        .isEqualTo("Bearer canary-other-1");
    assertThat(server.takeRequest().getHeaders().get("Authorization")).startsWith("Basic ");
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
    assertThat(first.request().credential())
        .isEqualTo(new SentRequest.Used("other", "api: credential"));
    assertThat(own.failure().detail()).contains("choose how it is to be used");
    assertThat(Json.write(first)).doesNotContain("canary");
  }

  @Test
  void aSignatureIsLastAndSeesNoCredential() throws Exception {
    house.credential("usual", "{kind: bearer, token: canary-usual-1}");
    house.credential("key", "{kind: hmac, keyId: k1, secret: canary-hmac-key-1}");
    var api =
        api(
            """
            auth: {kind: bearer, credential: usual}
            methods: [{name: post, verb: POST, path: /x, body: {}}]
            customizations:
              - kind: sign
                name: S
                credential: key
                recipe:
                  text: '{{ request.verb }} {{ request.target }} {{ request.body }} {{ $exists(request.headers.authorization) }}'
                  name: X-Signature
                  headers: {X-Text: '{{ request.target }} {{ request.body }} {{ $exists(request.headers.authorization) }}'}
            """);

    var response =
        house
            .ask(api, "post")
            .body(Map.of("n", 1))
            .customizedBy("{kind: query, set: {late: 1}}", "{kind: body, value: {n: 2}}")
            .call();

    var request = server.takeRequest();
    assertThat(request.getHeaders().get("X-Text")).isEqualTo("/x?late=1 {\"n\":2} false");
    assertThat(request.getHeaders().get("X-Signature")).matches("[0-9a-f]{64}");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer canary-usual-1");
    assertThat(response.request().headers())
        .anyMatch(h -> h.name().equals("X-Signature") && "api: S".equals(h.origin()));
  }

  @Test
  void aFailureNamesTheCustomizationAndNothingIsSent() {
    var api = api("methods: [{name: get, path: /x}]");

    assertThat(
            failures(
                api,
                "{kind: headers, name: Trace, set: {X-A: '{{ $number(\"x\") }}'}}",
                "{kind: headers, name: Trace, set: {X-A: '{{ 1 + }}'}}",
                "{kind: query, set: {q: '{{ $error(\"no\") }}'}}",
                "{kind: headers, set: {Content-Length: '5'}}",
                "{kind: headers, set: {Host: evil.example}}",
                "{kind: body, value: {a: '{{ $error(\"no\") }}'}}",
                "{kind: body, value: 1, contentType: nonsense}",
                "{kind: clientCertificate}",
                "{kind: credential, credential: x}",
                "{kind: sign, credential: missing, recipe: {text: x, name: X-S}}",
                "{kind: response, when: '1 +'}"))
        .satisfiesExactly(
            text -> assertThat(text).startsWith("Customization 'Trace' of the flow: header X-A: "),
            text -> assertThat(text).startsWith("Customization 'Trace' of the flow: header X-A: "),
            text ->
                assertThat(text)
                    .startsWith("Customization 'query' of the flow: query parameter q: "),
            text -> assertThat(text).contains("Content-Length belongs to the connection"),
            text -> assertThat(text).contains("Host belongs to the address"),
            text -> assertThat(text).startsWith("Customization 'body' of the flow: body: a: "),
            text -> assertThat(text).contains("'nonsense' is no content type"),
            text -> assertThat(text).contains("No certificate is chosen"),
            text -> assertThat(text).contains("authenticates without a credential"),
            text -> assertThat(text).contains("'missing', which does not exist"),
            text -> assertThat(text).startsWith("Customization 'response' of the flow: when: "));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aBrokenExpressionOfTheApiIsAFailureOfTheCall() {
    var api =
        api(
            """
            methods: [{name: get, path: /x}]
            customizations: [{kind: headers, name: H, set: {X-A: '{{ 1 + }}'}}]
            """);

    var failure = house.ask(api, "get").call().failure();

    assertThat(failure.kind()).isEqualTo(Kind.EXPRESSION);
    assertThat(failure.detail()).startsWith("Customization 'H' of the API: header X-A: ");
  }

  private List<String> failures(Api api, String... nodes) {
    return Stream.of(nodes)
        .map(node -> house.ask(api, "get").customizedBy(node).call().failure().detail())
        .toList();
  }

  private static String text(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  private Api api(String yaml) {
    return CallFixture.api(
        "name: Shop\nbaseUrl: http://127.0.0.1:%d\n".formatted(server.getPort()) + yaml);
  }
}
