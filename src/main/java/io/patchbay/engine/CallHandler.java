package io.patchbay.engine;

import io.patchbay.api.ApiCatalog;
import io.patchbay.api.CallTarget;
import io.patchbay.api.NotCallableException;
import io.patchbay.common.Failure;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.expression.Template;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.Link;
import io.patchbay.http.ApiClient;
import io.patchbay.http.ApiRequest;
import io.patchbay.http.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Calls a method of an API, as it is defined at that moment. */
@Component
class CallHandler implements StepHandler<CallStep> {

  private final ApiCatalog apis;
  private final ApiClient client;

  CallHandler(ApiCatalog apis, ApiClient client) {
    this.apis = apis;
    this.client = client;
  }

  @Override
  public Class<CallStep> kind() {
    return CallStep.class;
  }

  @Override
  public CompiledStep compile(CallStep step, CompileContext context) {
    var inputs = new LinkedHashMap<String, Template>();
    step.inputs().forEach((name, value) -> inputs.put(name, Template.compile(value)));
    JsonNode bodySource = step.body();
    @Nullable Template body = bodySource == null ? null : Template.compile(bodySource);
    return run -> call(step, context, inputs, body, run);
  }

  private StepResult call(
      CallStep step,
      CompileContext context,
      Map<String, Template> inputs,
      @Nullable Template body,
      RunContext run) {
    CallTarget target;
    try {
      target =
          apis.target(
              context.workspace(), step.api(), step.version(), step.method(), run.environment());
    } catch (NotCallableException e) {
      return new StepResult.Failed(
          Failure.of(
              Failure.Kind.CONFIGURATION,
              e.title(),
              "Step '%s' cannot call: %s".formatted(step.label(), e.getMessage())));
    }
    var values = evaluate(inputs, run.scope());
    Object bodyValue = body == null ? Expression.ABSENT : body.evaluate(run.scope());
    run.given(given(values, bodyValue));
    var request =
        new ApiRequest(
            context.workspace(),
            target.credentials(),
            target.api(),
            target.method(),
            values,
            bodyValue,
            context.customizations(),
            run.scope(),
            target.id(),
            run.identity(),
            run.patience());
    return result(client.call(request));
  }

  private static Map<String, @Nullable Object> evaluate(
      Map<String, Template> inputs, Map<String, @Nullable Object> scope) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    inputs.forEach((name, template) -> {
      Object value = template.evaluate(scope);
      if (!Expression.ABSENT.equals(value)) {
        values.put(name, value);
      }
    });
    return values;
  }

  private static Map<String, @Nullable Object> given(
      Map<String, @Nullable Object> inputs, @Nullable Object body) {
    var given = new LinkedHashMap<String, @Nullable Object>();
    given.put("inputs", inputs);
    if (!Expression.ABSENT.equals(body)) {
      given.put("body", body);
    }
    return given;
  }

  private static StepResult result(ApiResponse response) {
    var output = new LinkedHashMap<String, @Nullable Object>();
    if (response.status() != null) {
      output.put("status", response.status());
    }
    output.put("headers", response.headers());
    if (!Expression.ABSENT.equals(response.body())) {
      output.put("body", response.body());
    }
    output.put("attempts", response.attempts().size());
    if (response.pages() != null) {
      output.put("pages", Json.toValue(Json.toTree(response.pages())));
    }
    var trace =
        new StepResult.Trace(
            response.attempts().size(),
            new CallTrace(response.request(), response.attempts(), response.tokenExchange()));
    Failure failure = response.failure();
    return failure == null
        ? new StepResult.Completed(output, Link.NEXT, trace)
        : new StepResult.Failed(failure, output, trace);
  }
}
