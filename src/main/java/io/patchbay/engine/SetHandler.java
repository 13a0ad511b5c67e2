package io.patchbay.engine;

import io.patchbay.expression.Expression;
import io.patchbay.expression.Template;
import io.patchbay.flow.Link;
import io.patchbay.flow.SetStep;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets variables; the walk shows them to later steps as {@code vars}. */
@Component
class SetHandler implements StepHandler<SetStep> {

  @Override
  public Class<SetStep> kind() {
    return SetStep.class;
  }

  @Override
  public CompiledStep compile(SetStep step, CompileContext context) {
    var templates = new LinkedHashMap<String, Template>();
    step.values().forEach((name, value) -> templates.put(name, Template.compile(value)));
    return run -> {
      var values = new LinkedHashMap<String, @Nullable Object>();
      templates.forEach((name, template) -> {
        Object value = template.evaluate(run.scope());
        if (!Expression.ABSENT.equals(value)) {
          values.put(name, value);
        }
      });
      return new StepResult.Completed(Map.of("body", values), Link.NEXT);
    };
  }
}
