package io.patchbay.engine;

import io.patchbay.expression.Expression;
import io.patchbay.expression.Template;
import io.patchbay.expression.Truth;
import io.patchbay.flow.ConditionStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Goes on at {@code true} or {@code false}. */
@Component
class ConditionHandler implements StepHandler<ConditionStep> {

  @Override
  public Class<ConditionStep> kind() {
    return ConditionStep.class;
  }

  @Override
  public CompiledStep compile(ConditionStep step, CompileContext context) {
    var when = Template.ofText(step.when() == null ? "" : step.when());
    return run -> {
      Object value = when.evaluate(run.scope());
      run.given(Expression.ABSENT.equals(value) ? null : value);
      boolean holds = Truth.of(value);
      return new StepResult.Completed(
          Map.of("body", holds), holds ? ConditionStep.TRUE : ConditionStep.FALSE);
    };
  }
}
