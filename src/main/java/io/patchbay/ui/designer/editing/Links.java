package io.patchbay.ui.designer.editing;

import io.patchbay.flow.ActiveStep;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowGraph;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may be linked, and how links close when a step goes. */
public final class Links {

  private Links() {}

  /** A name for a link, stable as long as its ends are. */
  public static String id(Link link) {
    return "%s.%s>%s.%s".formatted(link.from(), link.leaves(), link.to(), link.enters());
  }

  /** The link of that {@link #id}. */
  public static Optional<Link> find(Flow flow, String id) {
    return flow.links().stream().filter(link -> id(link).equals(id)).findFirst();
  }

  /** The port where the path goes on: {@code next} or the first branch; empty where it ends. */
  public static Optional<String> mainPort(Flow flow, String id) {
    if (flow.trigger(id).isPresent()) {
      return Optional.of(Link.NEXT);
    }
    return flow.step(id)
        .filter(ActiveStep.class::isInstance)
        .flatMap(
            step -> step.outPorts().stream().filter(port -> !port.equals(Link.ERROR)).findFirst());
  }

  /**
   * Whether the ends fit each other, the link is new and crosses no border of a container, and the
   * flow stays without circles.
   */
  public static boolean fits(Flow flow, Link link) {
    if (link.from().equals(link.to()) || flow.links().contains(link)) {
      return false;
    }
    Optional<Step> to = flow.step(link.to());
    Optional<Step> from = flow.step(link.from());
    if (from.orElse(null) instanceof CustomizationStep) {
      return link.isCable() && to.orElse(null) instanceof CallStep;
    }
    boolean leaves =
        flow.trigger(link.from()).isPresent()
            ? link.leaves().equals(Link.NEXT)
            : from.map(step -> step.outPorts().contains(link.leaves())).orElse(false);
    return leaves
        && !link.isCable()
        && to.orElse(null) instanceof ActiveStep
        && Containers.sameSide(flow, link.from(), link.to())
        && !new FlowGraph(flow).reachable(link.to()).contains(link.from());
  }

  /** All links but those at the step; its neighbours are linked where only one way is thinkable. */
  static List<Link> without(Flow flow, String id) {
    List<Link> in = flow.links().stream().filter(l -> l.to().equals(id) && !l.isCable()).toList();
    List<Link> out =
        flow.links().stream()
            .filter(l -> l.from().equals(id) && !l.isCable() && !l.leaves().equals(Link.ERROR))
            .toList();
    Set<Link> rest = new LinkedHashSet<>();
    flow.links().stream()
        .filter(link -> !link.from().equals(id) && !link.to().equals(id))
        .forEach(rest::add);
    boolean isActive = flow.step(id).orElse(null) instanceof ActiveStep;
    boolean onePort = out.stream().map(Link::leaves).distinct().count() == 1;
    if (isActive && onePort && (in.size() == 1 || out.size() == 1)) {
      for (Link before : in) {
        for (Link after : out) {
          rest.add(Link.of(before.from(), before.leaves(), after.to()));
        }
      }
    }
    return new ArrayList<>(rest);
  }
}
