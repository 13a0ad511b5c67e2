package io.patchbay.engine;

import io.patchbay.expression.Expression;
import io.patchbay.expression.Template;
import io.patchbay.flow.Link;
import io.patchbay.flow.TransformStep;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes a value out of others. */
@Component
class TransformHandler implements StepHandler<TransformStep> {

  @Override
  public Class<TransformStep> kind() {
    return TransformStep.class;
  }

  @Override
  public CompiledStep compile(TransformStep step, CompileContext context) {
    JsonNode value = step.value();
    if (value == null) {
      return run -> new StepResult.Completed(Map.of(), Link.NEXT);
    }
    var template = Template.compile(value);
    return run -> {
      var output = new HashMap<String, @Nullable Object>(2);
      Object body = template.evaluate(run.scope());
      if (!Expression.ABSENT.equals(body)) {
        output.put("body", body);
      }
      return new StepResult.Completed(output, Link.NEXT);
    };
  }
}
