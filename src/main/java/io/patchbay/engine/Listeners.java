package io.patchbay.engine;

import io.patchbay.run.RunFinished;
import io.patchbay.run.RunListener;
import io.patchbay.run.RunStarted;
import io.patchbay.run.StepFinished;
import io.patchbay.run.StepStarted;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners; none of them can disturb the run. */
final class Listeners implements RunListener {

  private static final Logger log = LoggerFactory.getLogger(Listeners.class);

  private final List<RunListener> listeners;

  Listeners(List<RunListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void runStarted(RunStarted run) {
    tell(listener -> listener.runStarted(run));
  }

  @Override
  public void stepStarted(StepStarted step) {
    tell(listener -> listener.stepStarted(step));
  }

  @Override
  public void stepFinished(StepFinished step) {
    tell(listener -> listener.stepFinished(step));
  }

  @Override
  public void runFinished(RunFinished run) {
    tell(listener -> listener.runFinished(run));
  }

  private void tell(Consumer<RunListener> event) {
    for (var listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        log.error("{} failed; the run goes on", listener, e);
      }
    }
  }
}
