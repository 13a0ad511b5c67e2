package io.patchbay.flow;

import io.patchbay.api.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds all that is wrong with a flow, each at its step and field. */
public final class FlowCheck {

  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  private final Flow flow;
  private final FlowGraph graph;
  private final ApiLookup apis;
  private final List<FlowProblem> problems = new ArrayList<>();

  private FlowCheck(Flow flow, ApiLookup apis) {
    this.flow = flow;
    this.apis = apis;
    this.graph = new FlowGraph(flow);
  }

  /** All problems, in the order of the steps; a flow without errors can be published. */
  public static List<FlowProblem> problems(Flow flow, ApiLookup apis) {
    var check = new FlowCheck(flow, apis);
    check.whole();
    check.ids();
    check.triggers();
    check.links();
    check.reach();
    var scope = new ScopeCheck(flow, check.graph);
    var steps = new StepCheck(apis, scope, check.problems);
    flow.steps().forEach(steps::check);
    return List.copyOf(check.problems);
  }

  private void whole() {
    if (!Flow.FORMAT.equals(flow.format())) {
      error(null, "This is '%s'; '%s' is needed.".formatted(flow.format(), Flow.FORMAT));
    }
    if (flow.name().isBlank()) {
      error(null, "Give the flow a name.");
    }
    if (flow.triggers().isEmpty()) {
      error(null, "Nothing starts this flow. Add a trigger: a webhook, or manual.");
    }
    if (flow.steps().stream().noneMatch(ActiveStep.class::isInstance)) {
      error(null, "The flow does nothing yet. Add a step.");
    }
    Integer deadline = flow.effectiveSettings().deadlineMs();
    if (deadline != null && (deadline < 1 || deadline > FlowSettings.MAX_DEADLINE_MS)) {
      problems.add(
          FlowProblem.error(
              null, "settings.deadlineMs", "A run may take from 1 ms to 24 hours (86400000)."));
    }
  }

  private void ids() {
    Set<String> seen = new HashSet<>();
    for (String id : flow.ids()) {
      if (!ID.matcher(id).matches()) {
        problems.add(
            FlowProblem.error(
                id,
                "id",
                "'%s' cannot be a name in expressions: a letter, then letters, digits and '_'."
                    .formatted(id)));
      }
      if (!seen.add(id)) {
        problems.add(
            FlowProblem.error(id, "id", "Another step has the id '%s' too.".formatted(id)));
      }
    }
  }

  private void triggers() {
    Set<String> taken = new HashSet<>();
    for (Trigger trigger : flow.triggers()) {
      if (trigger instanceof Trigger.Webhook hook) {
        WebhookPath.problem(hook.path())
            .ifPresent(message -> problems.add(FlowProblem.error(hook.id(), "path", message)));
        for (Verb verb : hook.verbs()) {
          if (!taken.add(verb + " " + WebhookPath.shape(hook.path()))) {
            problems.add(
                FlowProblem.error(
                    hook.id(),
                    "path",
                    "Another webhook of this flow takes %s %s too.".formatted(verb, hook.path())));
          }
        }
        Integer limit = hook.maxBodyBytes();
        if (limit != null && (limit < 0 || limit > Trigger.Webhook.MAX_BODY_BYTES)) {
          problems.add(
              FlowProblem.error(
                  hook.id(), "maxBodyBytes", "A body may have up to 26214400 bytes (25 MiB)."));
        }
        String environment = hook.environment();
        if (environment != null && !apis.hasEnvironment(environment)) {
          problems.add(
              FlowProblem.error(
                  hook.id(),
                  "environment",
                  "There is no environment '%s' in this workspace.".formatted(environment)));
        }
      }
      if (graph.reachable(trigger.id()).isEmpty()) {
        problems.add(
            FlowProblem.warning(trigger.id(), null, "Nothing follows. Link it to a step."));
      }
    }
  }

  private void links() {
    Map<String, Step> steps = new HashMap<>();
    flow.steps().forEach(s -> steps.put(s.id(), s));
    Set<Link> seen = new HashSet<>();
    for (Link link : flow.links()) {
      if (!seen.add(link)) {
        error(link.from(), "The link to '%s' is there twice.".formatted(link.to()));
      }
      link(link, steps);
    }
    for (String id : graph.onCycles()) {
      error(id, "The links lead from here back to here. A flow has no circles; take one link out.");
    }
  }

  private void link(Link link, Map<String, Step> steps) {
    boolean fromTrigger = flow.trigger(link.from()).isPresent();
    Step from = steps.get(link.from());
    Step to = steps.get(link.to());
    if (!fromTrigger && from == null) {
      error(
          to == null ? null : link.to(),
          "A link comes from '%s', which is not there.".formatted(link.from()));
      return;
    }
    if (to == null) {
      error(
          link.from(), "A link goes to '%s', which is no step of this flow.".formatted(link.to()));
      return;
    }
    if (fromTrigger
        ? !Link.NEXT.equals(link.leaves())
        : from != null && !from.outPorts().contains(link.leaves())) {
      error(
          link.from(),
          "There is no port '%s' for the link to '%s'.".formatted(link.leaves(), link.to()));
    }
    ends(link, from, to);
  }

  private void ends(Link link, @Nullable Step from, Step to) {
    if (from instanceof CustomizationStep) {
      if (!link.isCable() || !(to instanceof CallStep)) {
        error(
            link.from(),
            "A customization is patched into the 'customize' port of a call, not into '%s' of '%s'."
                .formatted(link.enters(), link.to()));
      }
    } else if (link.isCable()) {
      error(link.to(), "Only customizations are patched into 'customize'.");
    } else if (!(to instanceof ActiveStep)) {
      error(link.to(), "No link can lead to a %s.".formatted(to.kind()));
    } else if (!Link.IN.equals(link.enters())) {
      error(link.to(), "There is no port '%s' to enter at.".formatted(link.enters()));
    }
  }

  private void reach() {
    Set<String> reached = graph.reachableFromTriggers();
    for (Step step : flow.steps()) {
      switch (step) {
        case ActiveStep active -> {
          if (!reached.contains(active.id()) && !flow.triggers().isEmpty()) {
            problems.add(
                FlowProblem.warning(
                    active.id(), null, "No trigger leads here, so it never runs. Link it."));
          }
        }
        case CustomizationStep customization -> {
          if (flow.links().stream()
              .noneMatch(l -> l.isCable() && l.from().equals(customization.id()))) {
            problems.add(
                FlowProblem.warning(
                    customization.id(), null, "It is patched to no call, so it changes nothing."));
          }
        }
        case NoteStep _ -> {}
      }
    }
  }

  private void error(@Nullable String step, String message) {
    problems.add(FlowProblem.error(step, null, message));
  }
}
