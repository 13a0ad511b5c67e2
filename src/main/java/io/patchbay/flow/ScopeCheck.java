package io.patchbay.flow;

import io.patchbay.expression.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what expressions of a step refer to: does it exist, does it run before, may it be skipped.
 */
final class ScopeCheck {

  private static final Set<String> ROOTS =
      Set.of("trigger", "steps", "item", "index", "vars", "env", "run", "request", "response");

  private final Flow flow;
  private final Map<String, Set<String>> ancestors;
  private final Map<String, Set<String>> certain;

  ScopeCheck(Flow flow, FlowGraph graph) {
    this.flow = flow;
    this.ancestors = graph.ancestors();
    this.certain = graph.certain();
  }

  /** The problem with a reference in a step, or nothing. */
  Optional<FlowProblem> problem(Step step, String field, Reference reference) {
    if (!ROOTS.contains(reference.root())) {
      return Optional.of(
          FlowProblem.error(
              step.id(),
              field,
              "There is no '%s' here. An expression begins with trigger, steps, vars, env or run."
                  .formatted(reference.root())));
    }
    if (!"steps".equals(reference.root()) || reference.path().size() < 2) {
      return Optional.empty();
    }
    return stepProblem(step, field, reference.path().get(1));
  }

  private Optional<FlowProblem> stepProblem(Step step, String field, String target) {
    if (flow.step(target).isEmpty()) {
      return Optional.of(
          FlowProblem.error(
              step.id(), field, "There is no step '%s' in this flow.".formatted(target)));
    }
    boolean runsBefore =
        readers(step).stream().allMatch(reader -> of(ancestors, reader).contains(target));
    if (!runsBefore) {
      return Optional.of(
          FlowProblem.error(
              step.id(),
              field,
              "Step '%s' does not run before this one. Link it so that it does."
                  .formatted(target)));
    }
    boolean always =
        readers(step).stream().allMatch(reader -> of(certain, reader).contains(target));
    return always
        ? Optional.empty()
        : Optional.of(
            FlowProblem.warning(
                step.id(),
                field,
                "Step '%s' may be skipped; its value is then absent. Give a default, for example $exists(steps.%s) ? … : …"
                    .formatted(target, target)));
  }

  /**
   * Whether the expression asks itself if the step has run, so that a warning would tell nothing
   * new.
   */
  static boolean isForeseen(FlowProblem problem, Reference reference, String text) {
    return problem.severity() == FlowProblem.Severity.WARNING
        && reference.path().size() > 1
        && text.contains("$exists(steps." + reference.path().get(1));
  }

  /** The customizations that are patched to a call before another one, in their order. */
  List<CustomizationStep> patchedBefore(CustomizationStep node, CallStep call) {
    return flow.links().stream()
        .filter(link -> link.isCable() && link.to().equals(call.id()))
        .takeWhile(link -> !link.from().equals(node.id()))
        .flatMap(link -> flow.step(link.from()).stream())
        .filter(CustomizationStep.class::isInstance)
        .map(CustomizationStep.class::cast)
        .toList();
  }

  /** The calls that a customization is patched to. */
  List<CallStep> patchedTo(CustomizationStep node) {
    return readers(node).stream()
        .flatMap(id -> flow.step(id).stream())
        .filter(CallStep.class::isInstance)
        .map(CallStep.class::cast)
        .toList();
  }

  /**
   * The steps during which the expressions of a step are evaluated: itself, or the calls that a
   * customization is patched to.
   */
  private Set<String> readers(Step step) {
    if (!(step instanceof CustomizationStep)) {
      return Set.of(step.id());
    }
    Set<String> calls = new HashSet<>();
    flow.links().stream()
        .filter(l -> l.isCable() && l.from().equals(step.id()))
        .forEach(l -> calls.add(l.to()));
    return calls;
  }

  private static Set<String> of(Map<String, Set<String>> map, String id) {
    return map.getOrDefault(id, Set.of());
  }
}
