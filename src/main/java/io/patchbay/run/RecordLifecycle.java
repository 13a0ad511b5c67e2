package io.patchbay.run;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says that this node is alive, ends the runs of nodes that are not, and writes the rest of the
 * record before the server stops. Starts before anything that starts runs, and stops after it.
 */
@Component
class RecordLifecycle implements SmartLifecycle {

  static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 8192;

  private static final Logger log = LoggerFactory.getLogger(RecordLifecycle.class);
  private static final int LEASE_SECONDS = 15;

  private final NodeRepository nodes;
  private final NodeId node;
  private final RunRecorder recorder;
  private volatile boolean running;

  RecordLifecycle(NodeRepository nodes, NodeId node, RunRecorder recorder) {
    this.nodes = nodes;
    this.node = node;
    this.recorder = recorder;
  }

  @Override
  public void start() {
    running = true;
    recorder.start();
    nodes.renew(node, LEASE_SECONDS);
  }

  @Scheduled(initialDelay = 1_000, fixedDelay = 4_000)
  void beat() {
    if (!running) {
      return;
    }
    try {
      nodes.renew(node, LEASE_SECONDS);
      int interrupted = nodes.failRunsOfDeadNodes();
      if (interrupted > 0) {
        log.warn("{} runs were under way when their server stopped; they failed", interrupted);
      }
    } catch (DataAccessException e) {
      log.warn("This node could not say that it is alive; trying again: {}", e.getMessage());
    }
  }

  @Override
  public void stop() {
    running = false;
    try {
      recorder.stop(Duration.ofSeconds(10));
      nodes.remove(node);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException e) {
      log.warn("This node could not say that it stops: {}", e.getMessage());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
