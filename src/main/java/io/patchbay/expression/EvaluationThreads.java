package io.patchbay.expression;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The few platform threads, with room for deep calls, on which expressions run. Work that does not
 * end in time is given up; its thread is replaced by another until it comes back, a few times over.
 */
final class EvaluationThreads {

  /** How often a thread may be replaced before the number of usable threads goes down. */
  static final int MAX_REPLACED = 8;

  private static final int SIZE = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);
  private static final int MAX_QUEUED = 10_000;
  private static final long MAX_WAIT_MILLIS = 10_000;
  private static final long STACK_BYTES = 16L << 20;

  private static final EvaluationThreads SHARED = new EvaluationThreads(SIZE);

  private final int size;
  private final AtomicInteger stuck = new AtomicInteger();
  private final ThreadPoolExecutor pool;

  EvaluationThreads(int size) {
    this.size = size;
    var number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            size,
            size,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_QUEUED),
            work -> thread(work, "expression-" + number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
  }

  static EvaluationThreads shared() {
    return SHARED;
  }

  private static Thread thread(Runnable work, String name) {
    var thread = new Thread(null, work, name, STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /** Threads that are busy with work that was given up. */
  int stuck() {
    return stuck.get();
  }

  /**
   * Does the work on one of the threads and waits for it.
   *
   * @param millis time for the work itself; waiting for a free thread does not count
   * @param giveUp told when nobody waits for the work any more
   */
  <T extends @Nullable Object> T call(Callable<T> work, long millis, Runnable giveUp) {
    var job = new Job<T>(work);
    try {
      pool.execute(job);
      if (!job.started.await(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        pool.remove(job);
        abandon(job, giveUp);
        throw tooBusy();
      }
      return job.task.get(millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      throw tooBusy();
    } catch (TimeoutException e) {
      abandon(job, giveUp);
      throw new ExpressionException("The expression ran too long and was given up");
    } catch (InterruptedException e) {
      abandon(job, giveUp);
      Thread.currentThread().interrupt();
      throw new ExpressionException("The evaluation was interrupted");
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static ExpressionException tooBusy() {
    return new ExpressionException(
        "Too many expressions are being evaluated at the moment; try again later");
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  private void abandon(Job<?> job, Runnable giveUp) {
    giveUp.run();
    if (job.state.compareAndSet(State.WAITING, State.GIVEN_UP)) {
      return;
    }
    if (job.state.compareAndSet(State.RUNNING, State.GIVEN_UP)) {
      stuck.incrementAndGet();
      resize();
    }
  }

  private synchronized void resize() {
    int wanted = size + Math.min(stuck.get(), MAX_REPLACED);
    if (wanted > pool.getMaximumPoolSize()) {
      pool.setMaximumPoolSize(wanted);
      pool.setCorePoolSize(wanted);
    } else {
      pool.setCorePoolSize(wanted);
      pool.setMaximumPoolSize(wanted);
    }
  }

  private enum State {
    WAITING,
    RUNNING,
    DONE,
    GIVEN_UP
  }

  private final class Job<T extends @Nullable Object> implements Runnable {

    private final FutureTask<T> task;
    private final CountDownLatch started = new CountDownLatch(1);
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    private Job(Callable<T> work) {
      this.task = new FutureTask<>(work);
    }

    @Override
    public void run() {
      if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
        return;
      }
      started.countDown();
      task.run();
      if (!state.compareAndSet(State.RUNNING, State.DONE)) {
        stuck.decrementAndGet();
        resize();
      }
    }
  }
}
