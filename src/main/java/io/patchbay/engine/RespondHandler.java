package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.expression.Expression;
import io.patchbay.expression.Template;
import io.patchbay.flow.Link;
import io.patchbay.flow.RespondStep;
import io.patchbay.run.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/** Answers whoever started the run. */
@Component
class RespondHandler implements StepHandler<RespondStep> {

  private static final JsonNode OK = IntNode.valueOf(200);

  @Override
  public Class<RespondStep> kind() {
    return RespondStep.class;
  }

  @Override
  public CompiledStep compile(RespondStep step, CompileContext context) {
    var status = Template.compile(step.status() == null ? OK : step.status());
    var headers = Texts.compile(step.headers());
    JsonNode bodySource = step.body();
    @Nullable Template body = bodySource == null ? null : Template.compile(bodySource);
    return run -> respond(run, status, headers, body);
  }

  private static StepResult respond(
      RunContext run, Template status, Map<String, Template> headers, @Nullable Template body) {
    Object wished = status.evaluate(run.scope());
    OptionalInt code = statusCode(wished);
    if (code.isEmpty()) {
      return new StepResult.Failed(
          Failure.of(
              Failure.Kind.CONFIGURATION,
              "This is no status to answer with",
              "The status has to be a whole number from 200 to 599, not '%s'."
                  .formatted(Texts.of(wished))));
    }
    var sent = Texts.evaluate(headers, run.scope());
    Object value = body == null ? Expression.ABSENT : body.evaluate(run.scope());
    boolean absent = Expression.ABSENT.equals(value);
    run.answer(new Answer(code.getAsInt(), sent, absent ? Answer.NO_BODY : value));
    var output = new LinkedHashMap<String, @Nullable Object>();
    output.put("status", code.getAsInt());
    output.put("headers", sent);
    if (!absent) {
      output.put("body", value);
    }
    return new StepResult.Completed(output, Link.NEXT);
  }

  private static OptionalInt statusCode(@Nullable Object value) {
    String text = Texts.of(value);
    return text.matches("[2-5]\\d\\d(\\.0+)?")
        ? OptionalInt.of(Integer.parseInt(text.substring(0, 3)))
        : OptionalInt.empty();
  }
}
