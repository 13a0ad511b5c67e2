package io.patchbay.ui.designer.editing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.EffectiveCall;
import io.patchbay.api.EffectiveCall.Node;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a call takes from its API, its method and the nodes that are patched to it. */
public final class CallParts {

  private CallParts() {}

  /** In the environment that is chosen in the designer; nothing where there is no such method. */
  public static Optional<EffectiveCall> of(Drawing drawing, CallStep call) {
    MethodLookup lookup = drawing.lookup();
    Optional<Api> api = lookup.api(call.api());
    Optional<ApiMethod> method = lookup.method(call);
    if (api.isEmpty() || method.isEmpty()) {
      return Optional.empty();
    }
    List<Node> nodes = nodes(drawing.flow(), call);
    return Optional.of(
        lookup
            .settings(call.api(), drawing.environment())
            .map(settings -> EffectiveCall.of(api.get(), method.get(), settings, nodes))
            .orElseGet(() -> EffectiveCall.of(api.get(), method.get(), nodes)));
  }

  /** The customizations that are patched to a call, in the order in which they apply. */
  static List<Node> nodes(Flow flow, CallStep call) {
    return flow.links().stream()
        .filter(link -> link.isCable() && link.to().equals(call.id()))
        .map(Link::from)
        .flatMap(id -> flow.step(id).stream())
        .flatMap(step ->
            step instanceof CustomizationStep node
                ? Stream.of(new Node(node.id(), node.label(), node.customization()))
                : Stream.empty())
        .toList();
  }
}
