package io.patchbay.http;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Cuts a call off when its total time is over, whatever it is doing. */
final class LimitTime implements CallInterceptor, AutoCloseable {

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("call-deadlines").factory());

  LimitTime() {
    timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var left = call.deadlineNanos() - System.nanoTime();
    var alarm = timer.schedule(call::expire, left, TimeUnit.NANOSECONDS);
    try {
      return next.proceed(call, request);
    } finally {
      alarm.cancel(false);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
