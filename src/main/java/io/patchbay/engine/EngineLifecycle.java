package io.patchbay.engine;

import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets runs finish before the server stops: after the web server took its last request, before the
 * record is closed.
 */
@Component
class EngineLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EngineLifecycle.class);
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final long LAST_NANOS = 3_000_000_000L;

  private final FlowEngine engine;
  private volatile boolean running;

  EngineLifecycle(FlowEngine engine) {
    this.engine = engine;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    engine.refuseNewRuns();
    if (!awaitEnd(PATIENCE_NANOS)) {
      log.warn("{} runs did not end in time; they are interrupted", engine.activeRuns());
      engine.interruptAll();
      awaitEnd(LAST_NANOS);
    }
  }

  private boolean awaitEnd(long patienceNanos) {
    long end = System.nanoTime() + patienceNanos;
    while (engine.activeRuns() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(20_000_000);
    }
    return engine.activeRuns() == 0;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Below the web server, above the record. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 4096;
  }
}
