package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.patchbay.testing.TestDatabase;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ManyCallsTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final int CALLS = 2_000;

  @Test
  void twoThousandCallsWaitAtOnceWithoutThreadsOfTheirOwn() throws Exception {
    var arrived = new CountDownLatch(CALLS);
    var release = new CountDownLatch(1);
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          arrived.countDown();
          await(release);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    var succeeded = new AtomicInteger();

    try (var house = new CallFixture(database);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var api =
          CallFixture.api(
              """
              name: Slow
              baseUrl: http://127.0.0.1:%d
              policies: {connectMs: 30000, responseMs: 60000}
              methods: [{name: get, path: /}]
              """
                  .formatted(server.getAddress().getPort()));
      for (int i = 0; i < CALLS; i++) {
        callers.execute(() -> {
          if (house.ask(api, "get").call().succeeded()) {
            succeeded.incrementAndGet();
          }
        });
      }
      assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(200);
      release.countDown();
    } finally {
      release.countDown();
      server.stop(0);
    }

    assertThat(succeeded).hasValue(CALLS);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
