package io.patchbay.engine;

import io.patchbay.common.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A real HTTP server that answers as a fixture says. */
final class Upstream extends Dispatcher implements AutoCloseable {

  /**
   * An answer.
   *
   * @param delayMs how long it takes
   */
  record Reply(int status, @Nullable JsonNode body, int delayMs) {}

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Reply> replies;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger open = new AtomicInteger();
  final AtomicInteger mostOpen = new AtomicInteger();
  final Map<String, RecordedRequest> requests = new ConcurrentHashMap<>();

  Upstream(Map<String, Reply> replies) throws Exception {
    this.replies = replies;
    server.setDispatcher(this);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
    try {
      String name = request.getUrl().encodedPath().substring(1);
      requests.put(name, request);
      var reply = replies.get(name);
      closing.await(reply.delayMs, TimeUnit.MILLISECONDS);
      return new MockResponse.Builder()
          .code(reply.status == 0 ? 200 : reply.status)
          .addHeader("Content-Type", "application/json")
          .body(Json.write(reply.body))
          .build();
    } finally {
      open.decrementAndGet();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.close();
  }
}
