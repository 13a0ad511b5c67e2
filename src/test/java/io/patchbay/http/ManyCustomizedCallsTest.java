package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.patchbay.api.Api;
import io.patchbay.common.Json;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Nothing of a call leaks into another one that is made at the same time. */
class ManyCustomizedCallsTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final int CALLS = 1_000;

  @Test
  void aThousandMixedCallsAtOnceKeepWhatIsTheirs() throws Exception {
    var server = echo();
    try (var house = new CallFixture(database);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      house.credential("usual", "{kind: bearer, token: usual-token-1}");
      house.credential("other", "{kind: bearer, token: other-token-1}");
      var api = api(server);
      var answers = new ArrayList<Future<Map<?, ?>>>();
      for (int i = 0; i < CALLS; i++) {
        int n = i;
        answers.add(callers.submit(() -> answer(house, api, n)));
      }
      for (int n = 0; n < CALLS; n++) {
        assertThat(answers.get(n).get()).as("call %d", n).isEqualTo(expected(n));
      }
    } finally {
      server.stop(0);
    }
  }

  private static Map<?, ?> answer(CallFixture house, Api api, int n) {
    var asked =
        house
            .ask(api, "post")
            .body(Map.of("n", n))
            .seeing("vars", Map.of("n", n))
            .identity("run|" + n);
    var response =
        switch (n % 4) {
          case 0 -> asked.call();
          case 1 ->
              asked
                  .customizedBy(
                      "{kind: headers, set: {X-Own: 'h{{ vars.n }}'}}",
                      "{kind: credential, credential: other}")
                  .call();
          case 2 ->
              asked
                  .customizedBy(
                      "{kind: query, set: {q: 'q{{ request.body.n }}'}}",
                      "{kind: body, value: {m: '{{ request.body.n }}'}}")
                  .call();
          default ->
              asked
                  .customizedBy(
                      "{kind: response, set: {X-N: '{{ vars.n }}'}, body: {own: '{{ response.body.own }}', auth: '{{ response.body.auth }}', query: '{{ response.body.query }}', body: 'r{{ request.body.n }}', api: '{{ response.body.api }}'}}")
                  .call();
        };
    assertThat(response.failure()).isNull();
    return (Map<?, ?>) response.body();
  }

  private static Map<String, Object> expected(int n) {
    var kind = n % 4;
    var expected = new LinkedHashMap<String, Object>();
    expected.put("own", kind == 1 ? "h" + n : "");
    expected.put("auth", kind == 1 ? "other" : "usual");
    expected.put("query", kind == 2 ? "q=q" + n : "");
    expected.put(
        "body", kind == 2 ? "{\"m\":" + n + "}" : kind == 3 ? "r" + n : "{\"n\":" + n + "}");
    expected.put("api", "a" + n);
    return expected;
  }

  private static HttpServer echo() throws IOException {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", ManyCustomizedCallsTest::echo);
    server.start();
    return server;
  }

  private static void echo(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var seen = new LinkedHashMap<String, Object>();
    var query = exchange.getRequestURI().getRawQuery();
    var auth = headers.getFirst("Authorization");
    seen.put("own", headers.containsKey("X-Own") ? headers.getFirst("X-Own") : "");
    seen.put("auth", auth.substring("Bearer ".length(), auth.indexOf('-')));
    seen.put("query", query == null ? "" : query);
    seen.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    seen.put("api", headers.getFirst("X-Api"));
    var answer = Json.write(seen).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Connection", "close"); // it drops idle ones without a word
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static Api api(HttpServer server) {
    return CallFixture.api(
        """
        name: Echo
        baseUrl: http://127.0.0.1:%d
        auth: {kind: bearer, credential: usual}
        policies: {connectMs: 60000, responseMs: 60000}
        customizations: [{kind: headers, set: {X-Api: 'a{{ request.body.n }}'}}]
        methods: [{name: post, verb: POST, path: /x, body: {}}]
        """
            .formatted(server.getAddress().getPort()));
  }
}
