package io.patchbay.rest;

import io.patchbay.common.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * An API that answers with what it was sent, credentials included; {@code /token} gives {@link
 * #TOKEN}, {@code /elsewhere?to=} redirects.
 */
final class EchoServer implements AutoCloseable {

  static final String TOKEN = "echo-access-token-31415926";

  private final MockWebServer server = new MockWebServer();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

  EchoServer() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  String host() {
    return "127.0.0.1:" + server.getPort();
  }

  String url() {
    return "http://" + host();
  }

  /** What it was asked, but for tokens. */
  List<RecordedRequest> requests() {
    return requests;
  }

  RecordedRequest last() {
    return requests.getLast();
  }

  @Override
  public void close() {
    server.close();
  }

  private MockResponse answer(RecordedRequest request) {
    var path = request.getUrl().encodedPath();
    if (path.equals("/token")) {
      return json(
              200,
              "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                  .formatted(TOKEN))
          .build();
    }
    if (path.equals("/no-token")) {
      return json(401, "{\"error\":\"invalid_client\"}").build();
    }
    requests.add(request);
    var to = request.getUrl().queryParameter("to");
    if (path.endsWith("/elsewhere") && to != null) {
      return new MockResponse.Builder().code(302).addHeader("Location", to).build();
    }
    var seen = new LinkedHashMap<String, Object>();
    seen.put("server", host());
    seen.put("path", request.getTarget());
    seen.put("authorization", String.valueOf(request.getHeaders().get("Authorization")));
    seen.put("tenant", String.valueOf(request.getHeaders().get("X-Tenant")));
    var status = path.endsWith("/broken") ? 500 : 200;
    if (status == 500) {
      seen.put("message", "You sent " + request.getHeaders().get("Authorization"));
    }
    return json(status, Json.write(seen))
        .addHeader("X-Seen", String.valueOf(request.getHeaders().get("Authorization")))
        .build();
  }

  private static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body);
  }
}
