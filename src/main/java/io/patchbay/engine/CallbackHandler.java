package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.expression.Template;
import io.patchbay.flow.CallbackStep;
import io.patchbay.flow.DurationText;
import io.patchbay.flow.Link;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waits until somebody calls the step's address. */
@Component
class CallbackHandler implements StepHandler<CallbackStep> {

  private final InstantSource clock;

  CallbackHandler(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Class<CallbackStep> kind() {
    return CallbackStep.class;
  }

  @Override
  public CompiledStep compile(CallbackStep step, CompileContext context) {
    String text = step.timeout() == null ? CallbackStep.DEFAULT_TIMEOUT : step.timeout();
    var timeout = Template.ofText(text);
    return run -> {
      var before = run.suspension();
      if (before != null && before.wokenWith() instanceof Map<?, ?> request) {
        var output = new LinkedHashMap<String, @Nullable Object>();
        request.forEach((name, value) -> output.put(String.valueOf(name), value));
        return new StepResult.Completed(output, Link.NEXT);
      }
      if (before == null) {
        try {
          var patience = DurationText.parse(Texts.of(timeout.evaluate(run.scope())));
          return new StepResult.Suspended(clock.instant().plus(patience));
        } catch (DateTimeException e) {
          return new StepResult.Failed(
              Failure.of(
                  Failure.Kind.EXPRESSION, "Not a time to wait", String.valueOf(e.getMessage())));
        }
      }
      return before.until().isAfter(clock.instant())
          ? new StepResult.Suspended(before.until())
          : new StepResult.Completed(Map.of(), CallbackStep.TIMEOUT);
    };
  }
}
