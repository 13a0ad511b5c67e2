package io.patchbay.flow;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.Customization;
import io.patchbay.api.CustomizationCheck;
import io.patchbay.api.CustomizationText;
import io.patchbay.api.CustomizationValues;
import io.patchbay.api.EffectiveAuth;
import io.patchbay.api.Verb;
import io.patchbay.credential.Auth;
import io.patchbay.expression.ExpressionException;
import io.patchbay.expression.Template;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks one customization on the canvas, also against the calls that it is patched to. */
final class NodeCheck {

  private final ApiLookup apis;
  private final ScopeCheck scope;
  private final List<FlowProblem> problems;

  NodeCheck(ApiLookup apis, ScopeCheck scope, List<FlowProblem> problems) {
    this.apis = apis;
    this.scope = scope;
    this.problems = problems;
  }

  void check(CustomizationStep node) {
    var customization = node.customization();
    var wrong = CustomizationCheck.problems(customization);
    wrong.forEach(problem -> error(node, problem.where(), problem.message()));
    CustomizationValues.of(customization).forEach((field, value) -> steps(node, field, value));
    switch (customization) {
      case Customization.Headers it -> {
        host(node, "set", it.set().keySet());
        host(node, "append", it.append().keySet());
      }
      case Customization.Credential it -> {
        credential(node, it);
        use(node, it);
      }
      case Customization.Body _ -> withoutBody(node);
      case Customization.Sign it -> {
        if (it.credential() != null && !it.credential().isBlank()) {
          kept(node, it.credential(), "hmac");
        }
      }
      case Customization.ClientCertificate it -> certificate(node, it.certificate());
      default -> {}
    }
    if (wrong.isEmpty()
        && CustomizationText.isEmpty(customization)
        && !scope.patchedTo(node).isEmpty()) {
      problems.add(FlowProblem.warning(node.id(), null, "It changes nothing yet."));
    }
  }

  /** Which names there are is known; what is left is whether the steps among them ran before. */
  private void steps(CustomizationStep node, String field, JsonNode value) {
    try {
      String text = value.toString();
      for (var reference : Template.compile(value).references()) {
        if (reference.root().equals("steps")) {
          scope
              .problem(node, field, reference)
              .filter(problem -> !ScopeCheck.isForeseen(problem, reference, text))
              .ifPresent(problems::add);
        }
      }
    } catch (ExpressionException _) {
      // found by the check of the customization itself
    }
  }

  private void host(Step step, String field, Iterable<String> names) {
    for (String name : names) {
      if (name.equalsIgnoreCase("host")) {
        error(
            step,
            field,
            "The header Host belongs to the address of the API and cannot be set by a flow.");
      }
    }
  }

  /** RFC 9110, sections 9.3.1 and 9.3.2: a body there has no meaning. */
  private void withoutBody(CustomizationStep node) {
    for (CallStep call : scope.patchedTo(node)) {
      apis.method(call.api(), call.version(), call.method())
          .map(ApiMethod::verb)
          .filter(verb -> verb == Verb.GET || verb == Verb.HEAD || verb == Verb.TRACE)
          .ifPresent(verb ->
              warning(
                  node,
                  "value",
                  "Step '%s' is a %s: most servers ignore its body or refuse it."
                      .formatted(call.label(), verb)));
    }
  }

  private void credential(Step step, Customization.Credential it) {
    var auth = it.auth();
    String own = auth == null ? null : auth.credentialName().orElse(null);
    String name = it.credential() == null || it.credential().isBlank() ? own : it.credential();
    if (name != null && (auth == null || auth.needsCredential())) {
      kept(step, name, auth == null ? null : auth.kind());
    }
    if (auth instanceof Auth.ClientCertificate only) {
      certificate(step, only.certificate());
    }
  }

  /** Whether each call knows what to do with the credential. */
  private void use(CustomizationStep node, Customization.Credential it) {
    for (CallStep call : scope.patchedTo(node)) {
      apis.auth(call.api(), call.version(), call.method())
          .map(usual -> before(usual, node, call))
          .flatMap(auth -> EffectiveAuth.problem(auth, it))
          .ifPresent(problem ->
              error(
                  node,
                  problem.where(),
                  "Step '%s': %s".formatted(call.label(), problem.message())));
    }
  }

  /** How a call authenticates when the turn comes to a node. */
  private Auth before(Auth usual, CustomizationStep node, CallStep call) {
    Auth now = usual;
    for (CustomizationStep other : scope.patchedBefore(node, call)) {
      now = EffectiveAuth.after(now, other.customization());
    }
    return now;
  }

  /**
   * @param kind absent for any
   */
  private void kept(Step step, String name, @Nullable String kind) {
    Optional<String> found = apis.credentialKind(name);
    if (found.isEmpty()) {
      error(step, "credential", "There is no credential '%s' in this workspace.".formatted(name));
    } else if (kind != null && !kind.equals(found.get())) {
      error(
          step,
          "credential",
          "Credential '%s' is of kind %s; one of kind %s is needed."
              .formatted(name, found.get(), kind));
    }
  }

  private void certificate(Step step, @Nullable String name) {
    if (name != null && !name.isBlank() && !apis.hasCertificate(name)) {
      error(step, "certificate", "There is no certificate '%s' in this workspace.".formatted(name));
    }
  }

  private void warning(Step step, String field, String message) {
    problems.add(FlowProblem.warning(step.id(), field, message));
  }

  private void error(Step step, String field, String message) {
    problems.add(FlowProblem.error(step.id(), field, message));
  }
}
