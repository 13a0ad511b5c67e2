package io.patchbay.expression;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One full evaluation of an expression, to be done on one of the {@link EvaluationThreads}. */
final class Evaluation implements Callable<@Nullable Object> {

  private final Program program;
  private final String source;
  private final Map<String, @Nullable Object> scope;
  private volatile @Nullable Meter meter;

  Evaluation(Program program, String source, Map<String, @Nullable Object> scope) {
    this.program = program;
    this.source = source;
    this.scope = scope;
  }

  @Override
  public @Nullable Object call() {
    var metered = program.newMeter(Meter.MAX_MILLIS);
    meter = metered;
    try {
      return program.evaluate(scope, Map.of(), metered);
    } catch (RuntimeException | Error e) {
      throw ErrorMessages.of(e, source, metered.position());
    }
  }

  /** Makes it end at its next step; the caller does not wait any more. */
  void cancel() {
    var running = meter;
    if (running != null) {
      running.cancel();
    }
  }
}
