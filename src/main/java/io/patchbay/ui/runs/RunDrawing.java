package io.patchbay.ui.runs;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.ConditionStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.FailStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.FlowSettings;
import io.patchbay.flow.Link;
import io.patchbay.flow.NoteStep;
import io.patchbay.flow.Step;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.designer.CanvasFlow;
import io.patchbay.ui.designer.CanvasLink;
import io.patchbay.ui.designer.CanvasNode;
import io.patchbay.ui.shell.Monogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The flow of a run as the canvas draws it, to look at only. */
final class RunDrawing {

  private static final int NOTE_WIDTH = 180;
  private static final int NOTE_HEIGHT = 90;

  private final Flow flow;
  private final Function<String, Optional<Api>> apis;

  /**
   * The drawing of a flow.
   *
   * @param apis finds an API by its slug
   */
  RunDrawing(Flow flow, Function<String, Optional<Api>> apis) {
    this.flow = flow;
    this.apis = apis;
  }

  /** The whole flow; {@code id} names the view that is kept while it stays. */
  CanvasFlow toCanvas(String id) {
    List<CanvasNode> nodes = new ArrayList<>();
    flow.triggers().forEach(trigger -> nodes.add(node(trigger)));
    flow.steps().forEach(step -> nodes.add(node(step)));
    boolean down = flow.effectiveSettings().direction() == FlowSettings.Direction.DOWN;
    return new CanvasFlow(
        id,
        0,
        down ? CanvasFlow.Direction.DOWN : CanvasFlow.Direction.RIGHT,
        nodes,
        flow.links().stream().map(RunDrawing::link).toList(),
        false,
        false);
  }

  /** A name for a link, stable as long as its ends are. */
  static String linkId(Link link) {
    return "%s.%s>%s.%s".formatted(link.from(), link.leaves(), link.to(), link.enters());
  }

  private static CanvasLink link(Link link) {
    return new CanvasLink(
        linkId(link),
        link.from(),
        link.isCable() ? Link.CUSTOMIZE : link.leaves(),
        link.to(),
        link.enters());
  }

  private CanvasNode node(Trigger trigger) {
    Position at = place(trigger.id());
    String verb = null;
    String summary = "";
    if (trigger instanceof Trigger.Webhook hook) {
      verb = hook.verbs().getFirst().name();
      summary = "/" + hook.path();
    }
    return new CanvasNode.Trigger(
        trigger.id(), trigger.kind(), trigger.label(), summary, verb, at.x(), at.y());
  }

  private CanvasNode node(Step step) {
    Position at = place(step.id());
    return switch (step) {
      case CallStep call -> call(call, at);
      case CustomizationStep custom ->
          new CanvasNode.Customization(
              custom.id(), custom.kind(), custom.label(), "", at.x(), at.y());
      case NoteStep note ->
          new CanvasNode.Note(
              note.id(),
              note.text() == null ? "" : note.text(),
              at.width() == null ? NOTE_WIDTH : at.width(),
              at.height() == null ? NOTE_HEIGHT : at.height(),
              at.x(),
              at.y());
      default ->
          new CanvasNode.Logic(
              step.id(),
              step.kind(),
              step.label(),
              summary(step),
              step.outPorts().stream().filter(port -> !port.equals(Link.ERROR)).toList(),
              step.outPorts().contains(Link.ERROR),
              flow.pins().containsKey(step.id()),
              at.x(),
              at.y());
    };
  }

  private CanvasNode call(CallStep call, Position at) {
    Optional<Api> api = apis.apply(call.api());
    Optional<ApiMethod> method =
        api.flatMap(
            one -> one.methods().stream().filter(m -> m.name().equals(call.method())).findFirst());
    String apiName = api.map(Api::name).orElse(call.api());
    String name =
        call.name() == null || call.name().isBlank()
            ? method.map(ApiMethod::title).filter(title -> !title.isBlank()).orElse(call.id())
            : call.name();
    int cables =
        (int)
            flow.links().stream()
                .filter(link -> link.isCable() && link.to().equals(call.id()))
                .count();
    int customizations =
        cables
            + api.map(one -> one.customizations().size()).orElse(0)
            + method.map(one -> one.customizations().size()).orElse(0);
    return new CanvasNode.Call(
        call.id(),
        name,
        method.map(one -> one.verb().name()).orElse("?"),
        call.method(),
        apiName,
        Monogram.letters(apiName),
        Monogram.tone(call.api()),
        customizations,
        flow.pins().containsKey(call.id()),
        at.x(),
        at.y());
  }

  private static String summary(Step step) {
    String text =
        switch (step) {
          case ConditionStep condition -> condition.when();
          case FailStep fail -> fail.message();
          default -> "";
        };
    return text == null ? "" : text;
  }

  private Position place(String id) {
    return flow.layout().getOrDefault(id, Position.at(0, 0));
  }
}
