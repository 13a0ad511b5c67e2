package io.patchbay.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a lease while its holder is at work, however long that takes. When the holder dies others
 * have to wait for one short lease only.
 */
final class KeptLease implements AutoCloseable {

  /** How long a lease holds unless it is kept. */
  static final Duration TIME = Duration.ofSeconds(10);

  private static final Duration EVERY = TIME.dividedBy(4);

  private final CountDownLatch done = new CountDownLatch(1);

  KeptLease(Runnable extend) {
    Thread.ofVirtual().name("lease").start(() -> keep(extend));
  }

  /** Ends by a latch: an interrupt would close the database connection that it meets. */
  private void keep(Runnable extend) {
    try {
      while (!done.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        TokenRenewal.withoutFail(extend);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
