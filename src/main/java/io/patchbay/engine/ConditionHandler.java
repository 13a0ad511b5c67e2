package io.patchbay.engine;

import io.patchbay.expression.Expression;
import io.patchbay.expression.Template;
import io.patchbay.flow.ConditionStep;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
      boolean holds = isTrue(value);
      return new StepResult.Completed(
          Map.of("body", holds), holds ? ConditionStep.TRUE : ConditionStep.FALSE);
    };
  }

  /** As JSONata's {@code $boolean} has it. */
  static boolean isTrue(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean truth -> truth;
      case String text -> !text.isEmpty();
      case BigDecimal number -> number.signum() != 0;
      case Number number -> number.doubleValue() != 0;
      case Map<?, ?> object -> !object.isEmpty();
      case Collection<?> array -> array.stream().anyMatch(ConditionHandler::isTrue);
      default -> false;
    };
  }
}
