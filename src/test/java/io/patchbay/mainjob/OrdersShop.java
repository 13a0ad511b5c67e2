package io.patchbay.mainjob;

import io.patchbay.testing.Material;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A shop with a REST API that wants a token, and the OpenAPI descriptions of two releases of it.
 */
final class OrdersShop implements AutoCloseable {

  static final String TOKEN = "the-orders-token-4711";

  private final MockWebServer server = new MockWebServer();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

  OrdersShop() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            return answer(request);
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  /** The description of a release, as a file in the folder. */
  Path description(int release, Path folder) throws Exception {
    String text =
        Material.resource("importshare/orders-%d.yaml".formatted(release))
            .replace("{{server}}", "http://127.0.0.1:" + server.getPort());
    return Files.writeString(folder.resolve("orders-%d.yaml".formatted(release)), text);
  }

  String egressAllow() {
    return "127.0.0.1:" + server.getPort();
  }

  /** All requests that it got. */
  List<RecordedRequest> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.close();
  }

  private static MockResponse answer(RecordedRequest request) {
    if (!("Bearer " + TOKEN).equals(request.getHeaders().get("Authorization"))) {
      return new MockResponse.Builder().code(401).body("{\"error\": \"no token\"}").build();
    }
    String path = request.getUrl().encodedPath();
    return path.startsWith("/v1/orders/")
        ? new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .body(
                "{\"id\": \"%s\", \"total\": 42.5, \"state\": \"paid\"}"
                    .formatted(path.substring("/v1/orders/".length())))
            .build()
        : new MockResponse.Builder().code(404).build();
  }
}
