package io.patchbay.flow;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiVersion;
import io.patchbay.api.Parameter;
import io.patchbay.api.RequestBody;
import io.patchbay.api.VersionWish;
import io.patchbay.expression.ExpressionException;
import io.patchbay.expression.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Checks one step by itself: its settings, its expressions, its inputs against the method that it
 * calls.
 */
final class StepCheck {

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final ApiLookup apis;
  private final ScopeCheck scope;
  private final List<FlowProblem> problems;
  private final NodeCheck nodes;

  StepCheck(ApiLookup apis, ScopeCheck scope, List<FlowProblem> problems) {
    this.apis = apis;
    this.scope = scope;
    this.problems = problems;
    this.nodes = new NodeCheck(apis, scope, problems);
  }

  void check(Step step) {
    switch (step) {
      case CallStep call -> call(call);
      case TransformStep transform -> transform(transform);
      case ConditionStep condition -> condition(condition);
      case RespondStep respond -> respond(respond);
      case FailStep fail -> fail(fail);
      case CustomizationStep node -> nodes.check(node);
      case SwitchStep _,
          ContainerStep _,
          SubflowStep _,
          SetStep _,
          ValidateStep _,
          WaitStep _,
          CallbackStep _,
          NoteStep _ -> {}
    }
  }

  private void call(CallStep call) {
    call.inputs().forEach((name, value) -> template(call, "inputs." + name, value));
    if (call.body() != null) {
      template(call, "body", call.body());
    }
    if (call.api().isEmpty() || call.method().isEmpty()) {
      error(call, "method", "Choose the method to call.");
      return;
    }
    if (!apis.hasApi(call.api())) {
      error(call, "api", "There is no API '%s' in this workspace.".formatted(call.api()));
      return;
    }
    Optional<ApiMethod> method = apis.method(call.api(), call.version(), call.method());
    if (method.isEmpty()) {
      missing(call);
      return;
    }
    outdated(call, method.get());
    inputs(call, method.get());
  }

  private void missing(CallStep call) {
    String wish = call.version();
    List<ApiVersion> versions = apis.versions(call.api());
    if (wish != null
        && !wish.equals(VersionWish.DRAFT)
        && VersionWish.published(wish, versions).isEmpty()) {
      error(
          call,
          "version",
          "API '%s' has no version '%s'; %s."
              .formatted(
                  call.api(),
                  wish,
                  versions.isEmpty()
                      ? "none is published yet"
                      : "the newest is " + versions.getFirst().version()));
      return;
    }
    error(
        call,
        "method",
        "API '%s'%s has no method '%s'."
            .formatted(call.api(), wish == null ? "" : ", version " + wish + ",", call.method()));
  }

  /** Says what new flows should not use any more; it works all the same. */
  private void outdated(CallStep call, ApiMethod method) {
    VersionWish.published(call.version(), apis.versions(call.api()))
        .filter(version -> version.deprecated() != null)
        .ifPresent(version ->
            warning(
                call,
                "version",
                "Version %s of API '%s' is deprecated: %s"
                    .formatted(version.version(), call.api(), version.deprecated())));
    if (method.deprecated()) {
      warning(call, "method", "Method '%s' is deprecated.".formatted(method.name()));
    }
  }

  private void inputs(CallStep call, ApiMethod method) {
    for (Parameter parameter : method.parameters()) {
      if (parameter.required()
          && parameter.defaultValue() == null
          && !isGiven(call.inputs().get(parameter.name()))) {
        error(call, "inputs." + parameter.name(), "'%s' is required.".formatted(parameter.name()));
      }
    }
    for (String name : call.inputs().keySet()) {
      if (method.parameter(name).isEmpty()) {
        warning(
            call,
            "inputs." + name,
            "Method '%s' has no input '%s'; it is not sent.".formatted(method.name(), name));
      }
    }
    RequestBody body = method.body();
    if (body == null && call.body() != null) {
      warning(
          call,
          "body",
          "Method '%s' takes no body; it is sent all the same.".formatted(method.name()));
    } else if (body != null && body.required() && call.body() == null) {
      error(call, "body", "Method '%s' needs a body.".formatted(method.name()));
    } else if (body != null) {
      bodyFields(call, body);
    }
  }

  private void bodyFields(CallStep call, RequestBody body) {
    JsonNode given = call.body();
    JsonNode schema = body.schema();
    if (given == null || !given.isObject() || schema == null) {
      return;
    }
    for (JsonNode name : schema.path("required")) {
      if (name.isString() && !isGiven(given.get(name.stringValue()))) {
        error(
            call, "body." + name.stringValue(), "'%s' is required.".formatted(name.stringValue()));
      }
    }
  }

  private void transform(TransformStep transform) {
    if (transform.value() == null) {
      error(transform, "value", "Say which value to make.");
    } else {
      template(transform, "value", transform.value());
    }
  }

  private void condition(ConditionStep condition) {
    String when = condition.when();
    if (when == null || when.isBlank()) {
      error(condition, "when", "Give the condition an expression.");
    } else {
      template(condition, "when", StringNode.valueOf(when));
    }
  }

  private void respond(RespondStep respond) {
    JsonNode status = respond.status();
    if (status != null && !status.isNull()) {
      if (status.isIntegralNumber()) {
        if (status.asInt() < 200 || status.asInt() > 599) {
          error(respond, "status", "A status is a number from 200 to 599.");
        }
      } else {
        template(respond, "status", status);
      }
    }
    headerMap(respond, "headers", respond.headers());
    if (respond.body() != null) {
      template(respond, "body", respond.body());
    }
  }

  private void fail(FailStep fail) {
    if (fail.message() != null) {
      template(fail, "message", StringNode.valueOf(fail.message()));
    }
    Integer status = fail.status();
    if (status != null && (status < 400 || status > 599)) {
      error(fail, "status", "The status of a failure is a number from 400 to 599.");
    }
  }

  private void headerMap(Step step, String field, Map<String, String> headers) {
    headers.forEach((name, value) -> {
      if (!HEADER_NAME.matcher(name).matches()) {
        error(step, field, "'%s' cannot be the name of a header.".formatted(name));
      }
      template(step, field + "." + name, StringNode.valueOf(value == null ? "" : value));
    });
  }

  private void template(Step step, String field, JsonNode value) {
    try {
      String text = value.toString();
      for (var reference : Template.compile(value).references()) {
        scope
            .problem(step, field, reference)
            .filter(problem -> !ScopeCheck.isForeseen(problem, reference, text))
            .ifPresent(problems::add);
      }
    } catch (ExpressionException e) {
      error(step, field, String.valueOf(e.getMessage()));
    }
  }

  private static boolean isGiven(@Nullable JsonNode value) {
    return value != null && !(value.isString() && value.stringValue().isEmpty());
  }

  private void warning(Step step, String field, String message) {
    problems.add(FlowProblem.warning(step.id(), field, message));
  }

  private void error(Step step, String field, String message) {
    problems.add(FlowProblem.error(step.id(), field, message));
  }
}
