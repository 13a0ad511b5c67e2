package io.patchbay.ui.designer.inspector;

import io.patchbay.api.Parameter;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.Link;
import io.patchbay.ui.designer.editing.Drawing;
import java.util.List;

/** The query parameters of the calls that a customization is patched to. */
final class PatchedParameters {

  private PatchedParameters() {}

  static List<String> names(Drawing drawing, String customization) {
    var flow = drawing.flow();
    return flow.links().stream()
        .filter(link -> link.isCable() && link.from().equals(customization))
        .map(Link::to)
        .flatMap(id -> flow.step(id).stream())
        .filter(CallStep.class::isInstance)
        .flatMap(call -> drawing.lookup().method((CallStep) call).stream())
        .flatMap(method -> method.parameters().stream())
        .filter(parameter -> parameter.in() == Parameter.In.QUERY)
        .map(Parameter::sentAs)
        .distinct()
        .toList();
  }
}
