package io.patchbay.ui.designer.preview;

import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.expression.ExpressionException;
import io.patchbay.expression.Reference;
import io.patchbay.expression.Template;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.CallbackStep;
import io.patchbay.flow.ConditionStep;
import io.patchbay.flow.ContainerStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowGraph;
import io.patchbay.flow.ForEachStep;
import io.patchbay.flow.Link;
import io.patchbay.flow.SetStep;
import io.patchbay.flow.Step;
import io.patchbay.flow.TransformStep;
import io.patchbay.flow.Trigger;
import io.patchbay.flow.TryStep;
import io.patchbay.flow.ValidateStep;
import io.patchbay.run.Run;
import io.patchbay.run.StepRun;
import io.patchbay.ui.designer.editing.Containers;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.editing.MethodLookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final Map<String, @Nullable Object> vars = new LinkedHashMap<>();
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
    preview.fill(graph, before(flow, graph, stepId), around(flow, seenFrom(flow, stepId)));
    if (flow.step(stepId).orElse(null) instanceof CustomizationStep) {
      preview.addCall(stepId);
    }
    return preview;
  }

  /** What is seen in a container once all of its members have run. */
  private static PreviewScope inside(
      Flow flow, @Nullable Run run, MethodLookup lookup, ContainerStep container) {
    var preview = new PreviewScope(flow, run, lookup);
    var graph = new FlowGraph(flow);
    Set<String> before = new HashSet<>(before(flow, graph, container.id()));
    before.addAll(container.contains());
    List<ContainerStep> containers = new ArrayList<>(around(flow, container.id()));
    containers.add(container);
    preview.fill(graph, before, containers);
    return preview;
  }

  /** Adds all that is seen, from the outside in: each loop gives its first element. */
  private void fill(FlowGraph graph, Set<String> before, List<ContainerStep> containers) {
    addTrigger(before);
    addRun();
    for (int depth = 0; depth <= containers.size(); depth++) {
      if (depth > 0 && containers.get(depth - 1) instanceof ForEachStep each) {
        addElement(each);
      }
      for (String id : graph.order()) {
        if (before.contains(id) && Containers.depth(flow, id) == depth) {
          flow.step(id).ifPresent(this::addStep);
        }
      }
    }
  }

  /** The containers that a step is in, the outermost first. */
  private static List<ContainerStep> around(Flow flow, String id) {
    List<ContainerStep> around = new ArrayList<>();
    for (Optional<String> up = Containers.of(flow, id);
        up.isPresent();
        up = Containers.of(flow, up.get())) {
      if (flow.step(up.get()).orElse(null) instanceof ContainerStep container) {
        around.addFirst(container);
      }
    }
    return around;
  }

  /**
   * Where the expressions of a step are evaluated: a customization's in the call it is patched to.
   */
  private static String seenFrom(Flow flow, String id) {
    if (!(flow.step(id).orElse(null) instanceof CustomizationStep)) {
      return id;
    }
    return flow.links().stream()
        .filter(link -> link.isCable() && link.from().equals(id))
        .map(Link::to)
        .findFirst()
        .orElse(id);
  }

  private void addRun() {
    Map<String, @Nullable Object> callbacks = new LinkedHashMap<>();
    flow.steps().stream()
        .filter(CallbackStep.class::isInstance)
        .forEach(step -> callbacks.put(step.id(), "https://…/callbacks/" + step.id()));
    if (run == null && callbacks.isEmpty()) {
      return;
    }
    Map<String, @Nullable Object> names = new LinkedHashMap<>();
    if (run != null) {
      names.put("id", run.id().toString());
    }
    if (!callbacks.isEmpty()) {
      names.put("callbacks", callbacks);
    }
    scope.put("run", names);
    sources.put("run", run == null ? Source.SAMPLE : Source.LAST_RUN);
  }

  /** The first element of a loop, and its place. */
  private void addElement(ForEachStep each) {
    JsonNode items = each.items();
    Preview list = items == null ? null : preview(items);
    scope.put("index", 0);
    scope.remove("item");
    sources.remove("item");
    if (list == null || list.error() != null || list.isAbsent()) {
      return;
    }
    Object first =
        list.value() instanceof Collection<?> all
            ? all.isEmpty() ? Expression.ABSENT : all.iterator().next()
            : list.value();
    if (!Expression.ABSENT.equals(first)) {
      scope.put("item", first);
      Source source = list.source();
      sources.put("item", source == null ? Source.SAMPLE : source);
    }
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
            case "trigger", "request", "response", "run", "item", "vars" ->
                sources.get(reference.root());
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
      return beforeWithin(flow, ancestors, id);
    }
    Set<String> before = new HashSet<>();
    flow.links().stream()
        .filter(link -> link.isCable() && link.from().equals(id))
        .map(Link::to)
        .forEach(call -> before.addAll(beforeWithin(flow, ancestors, call)));
    return before;
  }

  /** What runs before a step, and before the containers that it is in. */
  private static Set<String> beforeWithin(
      Flow flow, Map<String, Set<String>> ancestors, String id) {
    Set<String> before = new HashSet<>(ancestors.getOrDefault(id, Set.of()));
    around(flow, id)
        .forEach(container -> before.addAll(ancestors.getOrDefault(container.id(), Set.of())));
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
    if (step instanceof SetStep set) {
      addVariables(set);
    }
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
        case ValidateStep validate -> evaluate(step.id(), validate.value());
        case ForEachStep each -> addLoop(each);
        case TryStep attempt -> addBody(attempt, attempt.result());
        case CallbackStep callback ->
            put(
                callback.id(),
                new LinkedHashMap<>(Map.of("body", Map.of(), "query", Map.of(), "verb", "POST")),
                Source.SAMPLE);
        default -> {}
      }
    }
  }

  private void addVariables(SetStep set) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    set.values()
        .forEach((name, value) -> {
          Preview result = preview(value);
          if (result.error() == null && !result.isAbsent()) {
            given.put(name, result.value());
          }
        });
    vars.putAll(given);
    scope.put("vars", vars);
    sources.putIfAbsent("vars", Source.SAMPLE);
    Map<String, @Nullable Object> output = new LinkedHashMap<>();
    output.put("body", given);
    put(set.id(), output, Source.SAMPLE);
  }

  /** What a loop would give: as many results as it has elements, each like that of the first. */
  private void addLoop(ForEachStep each) {
    JsonNode items = each.items();
    Preview list = items == null ? null : preview(items);
    if (list == null || list.error() != null || list.isAbsent()) {
      return;
    }
    int count = list.value() instanceof Collection<?> all ? all.size() : 1;
    Optional<Object> one = resultOf(each, each.result());
    Map<String, @Nullable Object> output = new LinkedHashMap<>();
    output.put("body", one.map(List::of).orElse(List.of()));
    output.put("count", count);
    output.put("failed", 0);
    output.put("errors", List.of());
    put(each.id(), output, Source.SAMPLE);
  }

  private void addBody(ContainerStep container, @Nullable JsonNode result) {
    resultOf(container, result)
        .ifPresent(body -> {
          Map<String, @Nullable Object> output = new LinkedHashMap<>();
          output.put("body", body);
          put(container.id(), output, Source.SAMPLE);
        });
  }

  /** What a container's result comes to: what it says, else the body of the last step inside. */
  private Optional<Object> resultOf(ContainerStep container, @Nullable JsonNode result) {
    PreviewScope inner = inside(flow, run, lookup, container);
    if (result != null) {
      Preview value = inner.preview(result);
      return value.error() != null || value.isAbsent()
          ? Optional.empty()
          : Optional.ofNullable(value.value());
    }
    return flow.steps().stream()
        .filter(step -> container.contains().contains(step.id()))
        .filter(step ->
            inner.steps.get(step.id()) instanceof Map<?, ?> output && output.get("body") != null)
        .reduce((first, second) -> second)
        .flatMap(last ->
            inner.steps.get(last.id()) instanceof Map<?, ?> output
                ? Optional.ofNullable(output.get("body"))
                : Optional.empty());
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
