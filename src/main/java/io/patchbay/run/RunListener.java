package io.patchbay.run;

/**
 * Watches runs; never changes anything. Called on the thread of the run, so an implementation is
 * quick, and what it throws is logged and forgotten. For one run, {@link #runStarted} comes first
 * and {@link #runFinished} last; steps of parallel branches are told from several threads at once.
 */
public interface RunListener {

  default void runStarted(RunStarted run) {}

  default void stepStarted(StepStarted step) {}

  /** Also told for a skipped step, which never started. */
  default void stepFinished(StepFinished step) {}

  default void runFinished(RunFinished run) {}
}
