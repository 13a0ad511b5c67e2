package io.patchbay.ui.designer;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.ClientCertificateStep;
import io.patchbay.flow.ContainerStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.FlowProblem;
import io.patchbay.flow.FlowSettings;
import io.patchbay.flow.Link;
import io.patchbay.flow.NoteStep;
import io.patchbay.flow.Step;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.customizing.ExpiryWords;
import io.patchbay.ui.designer.editing.AppliedCustomization;
import io.patchbay.ui.designer.editing.Boxes;
import io.patchbay.ui.designer.editing.Containers;
import io.patchbay.ui.designer.editing.Links;
import io.patchbay.ui.designer.editing.MethodLookup;
import io.patchbay.ui.shell.Monogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A flow as the canvas wants it. */
public final class CanvasMapper {

  /** Days before its end from which a certificate is worth a word. */
  private static final long SOON = 30;

  private final MethodLookup lookup;

  /** Draws what calls refer to with what {@code lookup} finds. */
  public CanvasMapper(MethodLookup lookup) {
    this.lookup = lookup;
  }

  /**
   * The whole flow.
   *
   * @param slug names the view, which is kept while it stays
   */
  public CanvasFlow toCanvas(
      String slug, Flow flow, long revision, boolean canUndo, boolean canRedo) {
    List<CanvasNode> nodes = new ArrayList<>();
    flow.triggers().forEach(trigger -> nodes.add(node(flow, trigger)));
    flow.steps().forEach(step -> nodes.add(node(flow, step)));
    return new CanvasFlow(
        slug,
        revision,
        flow.effectiveSettings().direction() == FlowSettings.Direction.DOWN
            ? CanvasFlow.Direction.DOWN
            : CanvasFlow.Direction.RIGHT,
        nodes,
        flow.links().stream().map(CanvasMapper::link).toList(),
        canUndo,
        canRedo);
  }

  /** The problems that belong to a step, for its marker. */
  static List<CanvasProblem> problems(List<FlowProblem> problems) {
    List<CanvasProblem> marked = new ArrayList<>();
    for (FlowProblem problem : problems) {
      String step = problem.step();
      if (step != null) {
        marked.add(
            new CanvasProblem(
                step,
                problem.severity() == FlowProblem.Severity.ERROR
                    ? CanvasProblem.Severity.ERROR
                    : CanvasProblem.Severity.WARNING,
                problem.message()));
      }
    }
    return marked;
  }

  /** The link of the document that a drawn one means. */
  static Link link(CanvasIntent.LinkDrawn drawn) {
    boolean cable = drawn.toPort().equals(Link.CUSTOMIZE);
    return new Link(
        drawn.from(), cable ? null : drawn.fromPort(), drawn.to(), cable ? Link.CUSTOMIZE : null);
  }

  private static CanvasLink link(Link link) {
    return new CanvasLink(
        Links.id(link),
        link.from(),
        link.isCable() ? Link.CUSTOMIZE : link.leaves(),
        link.to(),
        link.enters());
  }

  private static CanvasNode node(Flow flow, Trigger trigger) {
    Position at = place(flow, trigger.id());
    @Nullable String verb =
        trigger instanceof Trigger.Webhook hook ? hook.verbs().getFirst().name() : null;
    return new CanvasNode.Trigger(
        trigger.id(),
        trigger.kind(),
        trigger.label(),
        StepSummary.of(trigger),
        verb,
        at.x(),
        at.y());
  }

  private CanvasNode node(Flow flow, Step step) {
    Position at = place(flow, step.id());
    boolean pinned = flow.pins().containsKey(step.id());
    String parent = Containers.of(flow, step.id()).orElse(null);
    return switch (step) {
      case CallStep call -> call(flow, call, pinned, at);
      case CustomizationStep customization ->
          new CanvasNode.Customization(
              customization.id(),
              customization.kind(),
              customization.label(),
              summary(customization),
              parent,
              at.x(),
              at.y());
      case NoteStep note ->
          new CanvasNode.Note(
              note.id(),
              note.text() == null ? "" : note.text(),
              Boxes.of(flow, note.id()).width(),
              Boxes.of(flow, note.id()).height(),
              parent,
              at.x(),
              at.y());
      case ContainerStep container -> container(flow, container, pinned);
      default ->
          new CanvasNode.Logic(
              step.id(),
              step.kind(),
              step.label(),
              StepSummary.of(step),
              step.outPorts().stream().filter(port -> !port.equals(Link.ERROR)).toList(),
              step.outPorts().contains(Link.ERROR),
              pinned,
              parent,
              at.x(),
              at.y());
    };
  }

  /** A certificate that is about to end says so beside its name. */
  private String summary(CustomizationStep step) {
    return step instanceof ClientCertificateStep node && node.certificate() != null
        ? lookup
            .daysLeft(node.certificate())
            .filter(days -> days <= SOON)
            .map(days -> node.certificate() + ", " + ExpiryWords.of(days))
            .orElseGet(() -> StepSummary.of(step))
        : StepSummary.of(step);
  }

  private static CanvasNode container(Flow flow, ContainerStep step, boolean pinned) {
    Boxes.Box box = Boxes.of(flow, step.id());
    return new CanvasNode.Container(
        step.id(),
        step.kind(),
        step.label(),
        StepSummary.of(step),
        StepSummary.limits(step),
        step.outPorts().stream().filter(port -> !port.equals(Link.ERROR)).toList(),
        pinned,
        (int) step.contains().stream().filter(id -> flow.step(id).isPresent()).count(),
        box.width(),
        box.height(),
        Containers.of(flow, step.id()).orElse(null),
        box.x(),
        box.y());
  }

  private CanvasNode call(Flow flow, CallStep call, boolean pinned, Position at) {
    Optional<Api> api = lookup.api(call.api());
    Optional<ApiMethod> method = lookup.method(call);
    String apiName = api.map(Api::name).orElse(call.api());
    return new CanvasNode.Call(
        call.id(),
        label(call, method),
        method.map(m -> m.verb().name()).orElse("?"),
        call.method(),
        apiName,
        Monogram.letters(apiName),
        Monogram.tone(call.api()),
        AppliedCustomization.of(flow, call, lookup).size(),
        pinned,
        Containers.of(flow, call.id()).orElse(null),
        at.x(),
        at.y());
  }

  /** The name of a call: its own, else its method's title, else its id. */
  static String label(CallStep call, Optional<ApiMethod> method) {
    return call.name() == null || call.name().isBlank()
        ? method.map(ApiMethod::title).filter(title -> !title.isBlank()).orElse(call.id())
        : call.name();
  }

  private static Position place(Flow flow, String id) {
    return flow.layout().getOrDefault(id, Position.at(0, 0));
  }
}
