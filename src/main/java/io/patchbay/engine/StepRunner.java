package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.expression.ExpressionException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one step. The one place where what a handler throws becomes a failure. */
final class StepRunner {

  private static final Logger log = LoggerFactory.getLogger(StepRunner.class);

  private StepRunner() {}

  static StepResult run(CompiledStep step, StepContext context, String stepId) {
    try {
      return withError(step.run(context), stepId);
    } catch (ExpressionException e) {
      var failure =
          Failure.of(
              Failure.Kind.EXPRESSION,
              "An expression could not be evaluated",
              String.valueOf(e.getMessage()));
      return withError(new StepResult.Failed(failure), stepId);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return withError(new StepResult.Failed(bug("Step '%s'".formatted(stepId), e)), stepId);
    }
  }

  /** Logs what nobody expected, and says that it was not the user's fault. */
  static Failure bug(String where, Throwable e) {
    log.error("A fault of Patchbay: {}", where, e);
    return Failure.of(
        Failure.Kind.BUG,
        "A fault of Patchbay itself",
        "%s ended with %s; the server's log says more."
            .formatted(where, e.getClass().getSimpleName()));
  }

  private static StepResult withError(StepResult result, String stepId) {
    if (!(result instanceof StepResult.Failed(var failure, var output, var trace))) {
      return result;
    }
    var named = failure.withStep(stepId);
    var extended = new LinkedHashMap<String, @Nullable Object>(output);
    extended.put("error", error(named));
    return new StepResult.Failed(named, extended, trace);
  }

  private static Map<String, @Nullable Object> error(Failure failure) {
    var error = new LinkedHashMap<String, @Nullable Object>();
    error.put("kind", failure.kind().name());
    error.put("title", failure.title());
    error.put("detail", failure.detail());
    if (failure.status() != null) {
      error.put("status", failure.status());
    }
    return error;
  }
}
