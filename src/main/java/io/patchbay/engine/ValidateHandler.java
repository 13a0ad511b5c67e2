package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.expression.Expression;
import io.patchbay.expression.Template;
import io.patchbay.flow.Link;
import io.patchbay.flow.ValidateStep;
import io.patchbay.schema.SchemaFit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Holds a value to a schema. */
@Component
class ValidateHandler implements StepHandler<ValidateStep> {

  private static final String BODY = "{{ trigger.body }}";

  @Override
  public Class<ValidateStep> kind() {
    return ValidateStep.class;
  }

  @Override
  public CompiledStep compile(ValidateStep step, CompileContext context) {
    var source = step.value();
    var value = source == null ? Template.ofText(BODY) : Template.compile(source);
    JsonNode schema = step.schema();
    if (schema == null) {
      return run -> new StepResult.Failed(withoutSchema(step));
    }
    var fit = SchemaFit.of(schema);
    return run -> result(value.evaluate(run.scope()), fit, run);
  }

  private static StepResult result(@Nullable Object value, SchemaFit fit, RunContext run) {
    if (Expression.ABSENT.equals(value)) {
      return invalid(List.of("There is no value."), new LinkedHashMap<>());
    }
    run.given(value);
    var output = new LinkedHashMap<String, @Nullable Object>();
    output.put("body", value);
    var problems = fit.problems(value);
    if (!problems.isEmpty()) {
      return invalid(problems, output);
    }
    output.put("problems", List.of());
    return new StepResult.Completed(output, Link.NEXT);
  }

  private static StepResult invalid(List<String> problems, Map<String, @Nullable Object> output) {
    output.put("problems", problems);
    var failure =
        Failure.of(
            Failure.Kind.INVALID, "The value does not fit the schema", String.join(" ", problems));
    return new StepResult.Failed(failure, output, StepResult.Trace.ONE_ATTEMPT);
  }

  private static Failure withoutSchema(ValidateStep step) {
    return Failure.of(
        Failure.Kind.CONFIGURATION,
        "No schema",
        "Step '%s' has no schema to hold the value to.".formatted(step.label()));
  }
}
