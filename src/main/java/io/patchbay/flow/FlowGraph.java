package io.patchbay.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrows of a flow (not its cables) between triggers and active steps, and what follows from
 * them.
 */
public final class FlowGraph {

  private final Set<String> roots = new LinkedHashSet<>();
  private final Map<String, Set<String>> sources = new LinkedHashMap<>();
  private final Map<String, Set<String>> targets = new LinkedHashMap<>();

  /** For each id the ports that start it. */
  private final Map<String, Set<Port>> causes = new HashMap<>();

  private final List<String> order;

  private record Port(String id, String name) {}

  /** Builds the graph; links whose ends do not exist are left out. */
  public FlowGraph(Flow flow) {
    flow.triggers().forEach(t -> roots.add(t.id()));
    flow.ids().forEach(this::addNode);
    for (Link link : flow.links()) {
      if (!link.isCable() && sources.containsKey(link.from()) && sources.containsKey(link.to())) {
        of(targets, link.from()).add(link.to());
        of(sources, link.to()).add(link.from());
        causes
            .computeIfAbsent(link.to(), _ -> new HashSet<>())
            .add(new Port(link.from(), link.leaves()));
      }
    }
    order = sort();
  }

  /** The ids on cycles; empty for a flow that can run. */
  public Set<String> onCycles() {
    Set<String> rest = new LinkedHashSet<>(sources.keySet());
    order.forEach(rest::remove);
    // What merely follows a cycle has no order either; keep only what can reach itself.
    rest.removeIf(id -> !reachable(id).contains(id));
    return rest;
  }

  /**
   * All ids in an order in which each comes after its sources; those on and after cycles are
   * missing.
   */
  public List<String> order() {
    return order;
  }

  /** What can be reached from the id, itself only if it lies on a cycle. */
  public Set<String> reachable(String id) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(of(targets, id));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        open.addAll(of(targets, next));
      }
    }
    return found;
  }

  /** What can be reached from any trigger. */
  public Set<String> reachableFromTriggers() {
    Set<String> found = new HashSet<>();
    roots.forEach(root -> found.addAll(reachable(root)));
    return found;
  }

  /** For each id, all that may run before it. */
  public Map<String, Set<String>> ancestors() {
    Map<String, Set<String>> ancestors = new HashMap<>();
    for (String id : order) {
      Set<String> all = new HashSet<>();
      for (String source : of(sources, id)) {
        all.add(source);
        all.addAll(of(ancestors, source));
      }
      ancestors.put(id, all);
    }
    return ancestors;
  }

  /**
   * For each id, what has run for certain before it: a step starts when one of its incoming links
   * fired and the others are decided. Branches that start at the same port run together.
   */
  public Map<String, Set<String>> certain() {
    Map<String, Set<String>> ancestors = ancestors();
    Map<String, Set<String>> certain = new HashMap<>();
    for (String id : order) {
      Set<String> common = null;
      for (String source : of(sources, id)) {
        Set<String> with = new HashSet<>(of(certain, source));
        with.add(source);
        for (String ran : List.copyOf(with)) {
          for (String before : of(ancestors, id)) {
            if (runTogether(ran, before)) {
              with.add(before);
            }
          }
        }
        if (common == null) {
          common = with;
        } else {
          common.retainAll(with);
        }
      }
      certain.put(id, common == null ? Set.of() : common);
    }
    return certain;
  }

  /** Whether one and the same port starts both, and nothing else does. */
  private boolean runTogether(String a, String b) {
    Set<Port> causesOfA = causes.getOrDefault(a, Set.of());
    return causesOfA.size() == 1 && causesOfA.equals(causes.get(b));
  }

  private List<String> sort() {
    Map<String, Integer> open = new HashMap<>();
    Deque<String> ready = new ArrayDeque<>();
    sources.forEach((id, from) -> {
      open.put(id, from.size());
      if (from.isEmpty()) {
        ready.add(id);
      }
    });
    List<String> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      String id = ready.poll();
      sorted.add(id);
      for (String target : of(targets, id)) {
        if (open.merge(target, -1, Integer::sum) == 0) {
          ready.add(target);
        }
      }
    }
    return List.copyOf(sorted);
  }

  private void addNode(String id) {
    sources.put(id, new LinkedHashSet<>());
    targets.put(id, new LinkedHashSet<>());
  }

  private static Set<String> of(Map<String, Set<String>> map, String id) {
    return map.getOrDefault(id, Set.of());
  }
}
