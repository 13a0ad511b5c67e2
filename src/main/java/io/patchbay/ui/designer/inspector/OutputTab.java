package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Json;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import io.patchbay.flow.TransformStep;
import io.patchbay.ui.designer.editing.Containers;
import io.patchbay.ui.designer.editing.SetPin;
import io.patchbay.ui.designer.preview.PreviewScope;
import io.patchbay.ui.designer.preview.Source;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.JsonTree;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a step gives: its last, pinned or sample output; pins it, and lets the pin be written. */
final class OutputTab extends Div {

  private final StepEditor<?> editor;
  private boolean writing;

  OutputTab(StepEditor<?> editor) {
    this.editor = editor;
    addClassName("pb-dz-output");
    editor.onRefresh(() -> {
      if (!writing) {
        show();
      }
    });
    show();
  }

  private void show() {
    removeAll();
    String id = editor.step().id();
    JsonNode pin = editor.drawing().flow().pins().get(id);
    Optional<Sample> sample = sample(id);
    Div head = Look.div("pb-row pb-dz-output-head");
    head.add(
        Look.span("pb-strong", "Output"),
        Look.span("pb-text-3 pb-small", sample.map(s -> s.source().words()).orElse("")));
    Div actions = Look.div("pb-row pb-gap-s pb-end");
    if (!editor.readOnly()) {
      if (pin != null) {
        actions.add(
            Buttons.quiet("Edit", Icons.PENCIL, () -> write(pin)),
            Look.testId("unpin", Buttons.quiet("Unpin", Icons.PIN_OFF, () -> setPin(null))));
      } else {
        actions.add(
            Look.testId(
                "pin",
                Buttons.neutral(
                    sample.isPresent() ? "Pin this output" : "Pin an output",
                    Icons.PIN,
                    () -> {
                      if (sample.isPresent()) {
                        setPin(Json.toTree(sample.get().value()));
                      } else {
                        write(Json.MAPPER.createObjectNode());
                      }
                    })));
      }
    }
    head.add(actions);
    add(head);
    if (sample.isPresent()) {
      var tree = new JsonTree();
      tree.setJson(Json.write(sample.get().value()), "steps." + id);
      add(tree, Look.div("pb-dz-hint", new Span("Drag a field onto an input of a later step.")));
    } else {
      add(
          Look.div(
              "pb-dz-hint",
              new Span(
                  "Nothing yet. Run the flow, or pin an output to write expressions against.")));
    }
  }

  /** What later steps see of this one. */
  private Optional<Sample> sample(String id) {
    Flow flow = editor.drawing().flow();
    // A step after this one sees exactly what its output counts as.
    Flow followed =
        Containers.put(
            flow.withLinks(append(flow.links(), new Link(id, null, LATER, null)))
                .withSteps(append(flow.steps(), new TransformStep(LATER, null, null))),
            List.of(LATER),
            Containers.of(flow, id).orElse(null));
    PreviewScope scope =
        PreviewScope.of(
            followed, editor.drawing().run().orElse(null), editor.drawing().lookup(), LATER);
    Optional<Source> source = scope.source(id);
    if (source.isEmpty() || !(scope.scope().get("steps") instanceof Map<?, ?> steps)) {
      return Optional.empty();
    }
    return Optional.of(new Sample(steps.get(id), source.get()));
  }

  private static final String LATER = "__later";

  private static <T> List<T> append(List<? extends T> all, T one) {
    return Stream.<T>concat(all.stream(), Stream.of(one)).toList();
  }

  private void write(JsonNode start) {
    writing = true;
    removeAll();
    var area = CodeEditor.document(CodeEditor.Mode.JSON);
    area.setAriaName("Pinned output");
    area.setValue(Json.writePretty(start));
    Look.testId("pin-json", area);
    add(
        Look.div(
            "pb-row pb-dz-output-head",
            Look.span("pb-strong", "Pinned output"),
            Look.div(
                "pb-row pb-gap-s pb-end",
                Buttons.quiet("Cancel", null, this::stopWriting),
                Look.testId("pin-save", Buttons.neutral("Pin", Icons.PIN, () -> save(area))))),
        area,
        Look.div(
            "pb-dz-hint",
            new Span("An object with status, headers and body for a call; body for other steps.")));
  }

  private void save(CodeEditor area) {
    Optional<JsonNode> json = Literal.read(area.getValue());
    if (json.isEmpty() || !json.get().isObject()) {
      area.setError("A JSON object is needed.");
      return;
    }
    writing = false;
    setPin(json.get());
    show();
  }

  private void stopWriting() {
    writing = false;
    show();
  }

  private void setPin(@Nullable JsonNode pin) {
    editor.drawing().apply(new SetPin(editor.step().id(), pin));
  }

  private record Sample(@Nullable Object value, Source source) {}
}
