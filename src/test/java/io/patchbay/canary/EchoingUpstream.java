package io.patchbay.canary;

import io.patchbay.common.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArraySet;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * The worst upstream for secrets: whatever it is sent comes back in body, headers and error
 * messages. Its token endpoint does the same when it refuses.
 */
final class EchoingUpstream extends Dispatcher implements AutoCloseable {

  private final MockWebServer server = new MockWebServer();
  private final String accessToken;
  private final CopyOnWriteArraySet<String> seen = new CopyOnWriteArraySet<>();

  EchoingUpstream(String accessToken) throws IOException {
    this.accessToken = accessToken;
    server.setDispatcher(this);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** What requests to the API brought along, to see that secrets were really sent. */
  String seen() {
    return seen.toString();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    var path = request.getUrl().encodedPath();
    var body = request.getBody() == null ? "" : request.getBody().utf8();
    var headers = new LinkedHashMap<String, String>();
    request.getHeaders().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
    return switch (path) {
      case "/token" -> token();
      case "/refuse/token" ->
          json(
              400,
              Map.of(
                  "error",
                  "invalid_client",
                  "error_description",
                  "No good: " + body + headers.getOrDefault("Authorization", "")));
      case "/digest/echo", "/digest/fail" ->
          headers.containsKey("Authorization")
              ? echo(request, headers, body)
              : new MockResponse.Builder()
                  .code(401)
                  .addHeader(
                      "WWW-Authenticate",
                      "Digest realm=\"canary\", qop=\"auth\", algorithm=SHA-256, nonce=\"n0nce\"")
                  .build();
      default -> echo(request, headers, body);
    };
  }

  private MockResponse token() {
    return json(
        200, Map.of("access_token", accessToken, "token_type", "Bearer", "expires_in", 3600));
  }

  private MockResponse echo(RecordedRequest request, Map<String, String> headers, String body) {
    seen.add(request.getTarget() + headers);
    var status = request.getUrl().encodedPath().endsWith("/fail") ? 500 : 200;
    var all = String.valueOf(headers.get("Authorization"));
    var answer =
        json(
            status,
            Map.of(
                "message",
                "You sent " + headers + " and " + body,
                "url",
                String.valueOf(request.getTarget()),
                "headers",
                headers));
    return answer.newBuilder().addHeader("X-Echo", all.replaceAll("[^ -~]", "?")).build();
  }

  private static MockResponse json(int status, Object body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(Json.write(body))
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
