package io.patchbay.http;

import com.sun.net.httpserver.HttpServer;
import io.patchbay.testing.TestDatabase;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Prints what a call costs on loopback, upstream included; run its {@code main}. Not a test:
 * figures depend on the machine.
 */
final class ApiClientBenchmark {

  private static final byte[] ANSWER =
      "{\"id\": 4711, \"status\": \"sold\", \"tags\": [\"a\", \"b\"], \"price\": 12.50}"
          .getBytes(StandardCharsets.UTF_8);

  private ApiClientBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    LoggingSystem.get(ApiClientBenchmark.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, ANSWER.length);
          exchange.getResponseBody().write(ANSWER);
          exchange.close();
        });
    server.start();
    try (var house = new CallFixture(TestDatabase.fresh())) {
      house.credential("key", "{kind: bearer, token: 0123456789abcdef}");
      var api =
          CallFixture.api(
              """
              name: Bench
              baseUrl: http://127.0.0.1:%d
              auth: {kind: bearer, credential: key}
              methods:
                - {name: get, path: "/pets/{petId}", parameters: [{name: petId, in: path}, {name: q}]}
              """
                  .formatted(server.getAddress().getPort()));
      var request = house.ask(api, "get").with("petId", 4711).with("q", "a b").request();
      run(house, request, 1, 20_000, false);
      for (int threads : new int[] {1, 16, 64}) {
        run(house, request, threads, 60_000, true);
      }
    } finally {
      server.stop(0);
    }
    System.exit(0);
  }

  private static void run(
      CallFixture house, ApiRequest request, int threads, int calls, boolean isPrinted)
      throws Exception {
    var failed = new AtomicLong();
    var cpu = cpuNanos();
    var start = System.nanoTime();
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < threads; i++) {
        workers.execute(() -> {
          for (int n = 0; n < calls / threads; n++) {
            if (!house.client.call(request).succeeded()) {
              failed.incrementAndGet();
            }
          }
        });
      }
    }
    var took = System.nanoTime() - start;
    if (isPrinted) {
      System.out.printf(
          "%d at once: %,d calls/s, %d us each, %d us of CPU (client and upstream), %d failed%n",
          threads,
          calls * 1_000_000_000L / took,
          took * threads / calls / 1_000,
          (cpuNanos() - cpu) / calls / 1_000,
          failed.get());
    }
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
