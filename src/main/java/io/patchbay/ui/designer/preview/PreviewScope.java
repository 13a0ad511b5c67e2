package io.patchbay.ui.designer.preview;

import io.patchbay.common.Json;
import io.patchbay.expression.ExpressionException;
import io.patchbay.expression.Reference;
import io.patchbay.expression.Template;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.ConditionStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowGraph;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import io.patchbay.flow.TransformStep;
import io.patchbay.flow.Trigger;
import io.patchbay.run.Run;
import io.patchbay.run.StepRun;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.editing.MethodLookup;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The data that the expressions of one step see in the designer: what was pinned, else what the
 * last run gave, else samples.
 */
public final class PreviewScope {

  private static final Set<String> CALL_NAMES = Set.of("request", "response", "run");

  private final Map<String, @Nullable Object> scope = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> steps = new LinkedHashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Flow flow;
  private final @Nullable Run run;
  private final MethodLookup lookup;

  /** What a step sees, in the environment that is chosen in the designer. */
  public static PreviewScope of(Drawing drawing, String stepId) {
    Run run = drawing.run().orElse(null);
    var preview = of(drawing.flow(), run, drawing.lookup(), stepId);
    String chosen = drawing.environment();
    if (chosen != null) {
      preview.scope.put("env", new LinkedHashMap<>(drawing.lookup().variables(chosen)));
    }
    return preview;
  }

  private PreviewScope(Flow flow, @Nullable Run run, MethodLookup lookup) {
    this.flow = flow;
    this.run = run;
    this.lookup = lookup;
    scope.put("steps", steps);
  }

  /** What a step sees: the trigger and all that may run before it. */
  public static PreviewScope of(Flow flow, @Nullable Run run, MethodLookup lookup, String stepId) {
    var preview = new PreviewScope(flow, run, lookup);
    var graph = new FlowGraph(flow);
    Set<String> before = before(flow, graph, stepId);
    preview.addTrigger(before);
    if (run != null) {
      preview.scope.put("run", new LinkedHashMap<>(Map.of("id", run.id().toString())));
      preview.sources.put("run", Source.LAST_RUN);
    }
    for (String id : graph.order()) {
      if (before.contains(id)) {
        flow.step(id).ifPresent(preview::addStep);
      }
    }
    if (flow.step(stepId).orElse(null) instanceof CustomizationStep) {
      preview.addCall(stepId);
    }
    return preview;
  }

  /** The names that expressions see. */
  public Map<String, @Nullable Object> scope() {
    return scope;
  }

  /** Where the data of the trigger or a step comes from; absent when there is none. */
  public Optional<Source> source(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  /** Whether all names are known that the value refers to: a request or an answer may not be. */
  public boolean knows(JsonNode value) {
    try {
      return Template.compile(value).references().stream()
          .map(Reference::root)
          .noneMatch(root -> CALL_NAMES.contains(root) && !scope.containsKey(root));
    } catch (ExpressionException e) {
      return true;
    }
  }

  /** What the value comes to. */
  public Preview preview(JsonNode value) {
    try {
      Template template = Template.compile(value);
      return new Preview(template.evaluate(scope), null, source(template.references()));
    } catch (ExpressionException e) {
      return new Preview(null, e.getMessage(), null);
    }
  }

  /** What the text comes to. */
  public Preview preview(String text) {
    return preview(StringNode.valueOf(text));
  }

  private @Nullable Source source(Set<Reference> references) {
    Source weakest = null;
    for (Reference reference : references) {
      Source one =
          switch (reference.root()) {
            case "trigger", "request", "response", "run" -> sources.get(reference.root());
            case "steps" ->
                reference.path().size() > 1 ? sources.get(reference.path().get(1)) : null;
            default -> null;
          };
      if (one != null) {
        weakest = weakest == null ? one : weakest.weaker(one);
      }
    }
    return weakest;
  }

  private static Set<String> before(Flow flow, FlowGraph graph, String id) {
    Map<String, Set<String>> ancestors = graph.ancestors();
    if (!(flow.step(id).orElse(null) instanceof CustomizationStep)) {
      return ancestors.getOrDefault(id, Set.of());
    }
    Set<String> before = new HashSet<>();
    flow.links().stream()
        .filter(link -> link.isCable() && link.from().equals(id))
        .map(Link::to)
        .forEach(call -> before.addAll(ancestors.getOrDefault(call, Set.of())));
    return before;
  }

  /** What the first patched call sent and got in the last run. */
  private void addCall(String customization) {
    if (run == null) {
      return;
    }
    flow.links().stream()
        .filter(link -> link.isCable() && link.from().equals(customization))
        .flatMap(link -> run.steps().stream().filter(step -> step.id().equals(link.to())))
        .findFirst()
        .map(CallData::of)
        .ifPresent(names ->
            names.forEach((name, value) -> {
              scope.put(name, value);
              sources.put(name, Source.LAST_RUN);
            }));
  }

  private void addTrigger(Set<String> before) {
    Optional<Trigger> chosen =
        flow.triggers().stream()
            .filter(t -> before.contains(t.id()))
            .findFirst()
            .or(() -> flow.triggers().stream().findFirst());
    scope.put("env", new LinkedHashMap<>(lookup.variables(environment(chosen.orElse(null)))));
    if (chosen.isEmpty()) {
      return;
    }
    Trigger trigger = chosen.get();
    Map<String, @Nullable Object> data = SampleOutput.of(trigger);
    JsonNode pin = flow.pins().get(trigger.id());
    Run.TriggerRecord recorded = run == null ? null : run.trigger();
    if (pin != null) {
      putAll(data, pin);
      sources.put("trigger", Source.PINNED);
    } else if (recorded != null && recorded.id().equals(trigger.id())) {
      putAll(data, recorded.data());
      sources.put("trigger", Source.LAST_RUN);
    } else {
      sources.put("trigger", Source.SAMPLE);
    }
    scope.put("trigger", data);
  }

  /** That of the last run, else the trigger's own. */
  private @Nullable String environment(@Nullable Trigger trigger) {
    if (run != null) {
      return run.environment();
    }
    return trigger instanceof Trigger.Webhook hook ? hook.environment() : null;
  }

  private void addStep(Step step) {
    JsonNode pin = flow.pins().get(step.id());
    Optional<JsonNode> recorded = recorded(step.id());
    if (pin != null) {
      put(step.id(), Json.toValue(pin), Source.PINNED);
    } else if (recorded.isPresent()) {
      put(step.id(), Json.toValue(recorded.get()), Source.LAST_RUN);
    } else {
      switch (step) {
        case CallStep call ->
            SampleOutput.of(call, lookup).ifPresent(out -> put(step.id(), out, Source.SAMPLE));
        case TransformStep transform -> evaluate(step.id(), transform.value());
        case ConditionStep condition ->
            evaluate(
                step.id(), condition.when() == null ? null : StringNode.valueOf(condition.when()));
        default -> {}
      }
    }
  }

  private void evaluate(String id, @Nullable JsonNode value) {
    if (value == null) {
      return;
    }
    Preview result = preview(value);
    if (result.error() == null && !result.isAbsent()) {
      var output = new LinkedHashMap<String, @Nullable Object>();
      output.put("body", result.value());
      Source source = result.source();
      put(id, output, source == null ? Source.SAMPLE : source);
    }
  }

  private Optional<JsonNode> recorded(String id) {
    if (run == null) {
      return Optional.empty();
    }
    return run.steps().stream()
        .filter(step -> step.id().equals(id) && step.output() != null)
        .findFirst()
        .map(StepRun::output);
  }

  private void put(String id, @Nullable Object output, Source source) {
    steps.put(id, output);
    sources.put(id, source);
  }

  private static void putAll(Map<String, @Nullable Object> data, JsonNode given) {
    if (Json.toValue(given) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> data.put(String.valueOf(name), value));
    }
  }
}
