package io.patchbay.engine;

import io.patchbay.api.Customization;
import io.patchbay.common.Failure;
import io.patchbay.common.InvalidException;
import io.patchbay.common.WorkspaceId;
import io.patchbay.expression.ExpressionException;
import io.patchbay.flow.ActiveStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import io.patchbay.flow.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Makes a flow ready to run. Takes drafts as they are: links that lead nowhere are left out, and a
 * step that cannot be compiled fails when a run comes to it.
 */
@Component
class FlowCompiler {

  private final Map<Class<?>, StepHandler<?>> handlers = new HashMap<>();

  FlowCompiler(List<StepHandler<?>> handlers) {
    for (var handler : handlers) {
      var other = this.handlers.put(handler.kind(), handler);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s and %s both handle %s".formatted(other, handler, handler.kind().getSimpleName()));
      }
    }
  }

  /**
   * Compiles.
   *
   * @throws InvalidException when steps wait for each other in a circle
   */
  CompiledFlow compile(WorkspaceId workspace, Flow flow) {
    var steps = new ArrayList<ActiveStep>();
    var indexes = new HashMap<String, Integer>();
    for (var step : flow.steps()) {
      if (step instanceof ActiveStep active && !indexes.containsKey(active.id())) {
        indexes.put(active.id(), steps.size());
        steps.add(active);
      }
    }
    var outs = new ArrayList<Map<String, List<Integer>>>();
    for (var step : steps) {
      outs.add(outOf(step.id(), flow.links(), indexes));
    }
    var order = inOrder(steps, outs);
    var earlier = earlier(order, outs);
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < steps.size(); i++) {
      var compiled = compileStep(steps.get(i), workspace, flow);
      nodes.add(new Node(i, steps.get(i), compiled, outs.get(i), earlier.get(i)));
    }
    var plans = new LinkedHashMap<String, Plan>();
    for (var trigger : flow.triggers()) {
      plans.putIfAbsent(trigger.id(), plan(trigger, flow, indexes, outs));
    }
    return new CompiledFlow(
        flow.name(), List.copyOf(nodes), Map.copyOf(indexes), Map.copyOf(plans));
  }

  /** Compiles one step, its customizations included. */
  CompiledStep compileStep(ActiveStep step, WorkspaceId workspace, Flow flow) {
    try {
      return compile(step, new CompileContext(workspace, customizations(step, flow)));
    } catch (ExpressionException e) {
      var failure =
          Failure.of(
              Failure.Kind.EXPRESSION,
              "An expression is not right",
              String.valueOf(e.getMessage()));
      return context -> new StepResult.Failed(failure);
    }
  }

  @SuppressWarnings("unchecked") // the constructor put each handler under the class that it names
  private <S extends ActiveStep> CompiledStep compile(S step, CompileContext context) {
    var handler = (StepHandler<S>) handlers.get(step.getClass());
    if (handler == null) {
      throw new IllegalStateException("No handler for steps of kind " + step.kind());
    }
    return handler.compile(step, context);
  }

  private static List<Customization> customizations(ActiveStep step, Flow flow) {
    var customizations = new ArrayList<Customization>();
    for (var link : flow.links()) {
      if (link.isCable()
          && link.to().equals(step.id())
          && flow.step(link.from()).orElse(null) instanceof CustomizationStep node) {
        customizations.add(node.customization().withName(node.label()));
      }
    }
    return customizations;
  }

  private static Map<String, List<Integer>> outOf(
      String id, List<Link> links, Map<String, Integer> indexes) {
    return links.stream()
        .filter(link -> link.from().equals(id) && Link.IN.equals(link.enters()))
        .filter(link -> indexes.containsKey(link.to()))
        .collect(
            Collectors.groupingBy(
                Link::leaves,
                LinkedHashMap::new,
                Collectors.mapping(link -> indexes.get(link.to()), Collectors.toList())));
  }

  /** All indexes, each after those that lead to it. */
  private static List<Integer> inOrder(
      List<ActiveStep> steps, List<Map<String, List<Integer>>> outs) {
    var incoming = new int[steps.size()];
    outs.forEach(out -> out.values().forEach(to -> to.forEach(i -> incoming[i]++)));
    var ready = new ArrayDeque<Integer>();
    for (int i = 0; i < incoming.length; i++) {
      if (incoming[i] == 0) {
        ready.add(i);
      }
    }
    var order = new ArrayList<Integer>();
    while (!ready.isEmpty()) {
      int index = ready.remove();
      order.add(index);
      for (var targets : outs.get(index).values()) {
        for (int target : targets) {
          if (--incoming[target] == 0) {
            ready.add(target);
          }
        }
      }
    }
    if (order.size() < steps.size()) {
      var circle = new ArrayList<String>();
      for (int i = 0; i < incoming.length; i++) {
        if (incoming[i] > 0) {
          circle.add("'" + steps.get(i).label() + "'");
        }
      }
      throw new InvalidException(
          "links",
          "These steps wait for each other in a circle: %s. Remove one of the links between them."
              .formatted(String.join(", ", circle)));
    }
    return order;
  }

  private static List<BitSet> earlier(List<Integer> order, List<Map<String, List<Integer>>> outs) {
    var earlier = new ArrayList<BitSet>();
    outs.forEach(_ -> earlier.add(new BitSet(outs.size())));
    for (int index : order) {
      for (var targets : outs.get(index).values()) {
        for (int target : targets) {
          earlier.get(target).or(earlier.get(index));
          earlier.get(target).set(index);
        }
      }
    }
    return earlier;
  }

  private static Plan plan(
      Trigger trigger,
      Flow flow,
      Map<String, Integer> indexes,
      List<Map<String, List<Integer>>> outs) {
    var starts =
        outOf(trigger.id(), flow.links(), indexes).getOrDefault(Link.NEXT, List.<Integer>of());
    var incoming = new Integer[outs.size()];
    Arrays.fill(incoming, 0);
    var open = new ArrayDeque<Integer>();
    starts.forEach(start -> count(start, incoming, open));
    while (!open.isEmpty()) {
      for (var targets : outs.get(open.remove()).values()) {
        targets.forEach(target -> count(target, incoming, open));
      }
    }
    return new Plan(trigger, starts, List.of(incoming));
  }

  private static void count(int target, Integer[] incoming, ArrayDeque<Integer> open) {
    if (incoming[target]++ == 0) {
      open.add(target);
    }
  }
}
