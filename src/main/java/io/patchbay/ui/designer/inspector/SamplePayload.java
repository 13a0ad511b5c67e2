package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Json;
import io.patchbay.run.Run;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.editing.SetPin;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Look;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The sample body of a trigger, kept as its pin: previews and runs from here use it. */
final class SamplePayload extends Div {

  private static final String BODY = "body";

  private final Drawing drawing;
  private final String trigger;
  private final Runnable onChange;
  private final CodeEditor area = CodeEditor.document(CodeEditor.Mode.JSON);
  private final Div actions = Look.div("pb-row pb-gap-s pb-end");
  private @Nullable JsonNode shown;

  SamplePayload(Drawing drawing, String trigger, Runnable onChange) {
    this.drawing = drawing;
    this.trigger = trigger;
    this.onChange = onChange;
    addClassName("pb-dz-input");
    Look.testId("sample-payload", this);
    area.setAriaName("Sample payload");
    area.setPlaceholder("{ \"id\": 42 }");
    area.setReadOnly(drawing.readOnly());
    area.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        take(event.getValue());
      }
    });
    add(
        Look.div(
            "pb-field-top",
            Look.span("pb-strong", "Sample payload"),
            Look.span("pb-type", "JSON"),
            actions),
        Look.div("pb-dz-document", area),
        Look.div(
            "pb-dz-hint", new Span("Previews and runs from the designer use it as trigger.body.")));
    shown = body().orElse(null);
    area.setValue(shown == null ? "" : Json.writePretty(shown));
    refresh();
  }

  /** The body as it would be sent, on one line. */
  String bodyText() {
    return body().map(Json::write).orElse("{}");
  }

  /** Shows what was pinned by others, and what can be taken over. */
  void refresh() {
    JsonNode now = body().orElse(null);
    if (now != null && !now.equals(shown)) {
      shown = now;
      area.setValue(Json.writePretty(now));
    }
    actions.removeAll();
    Optional<JsonNode> last = lastDelivery();
    if (!drawing.readOnly() && last.isPresent() && !last.get().equals(pin())) {
      actions.add(
          Buttons.link("Use last delivery", () -> drawing.apply(new SetPin(trigger, last.get()))));
    }
  }

  private void take(String text) {
    if (text.isBlank()) {
      shown = null;
      area.setError(null);
      drawing.apply(new SetPin(trigger, null));
      return;
    }
    Optional<JsonNode> json = Literal.read(text);
    if (json.isEmpty()) {
      area.setError("This is not JSON yet.");
      return;
    }
    area.setError(null);
    shown = json.get();
    ObjectNode pin =
        pin() instanceof ObjectNode object ? object.deepCopy() : Json.MAPPER.createObjectNode();
    pin.set(BODY, json.get());
    drawing.apply(new SetPin(trigger, pin));
    onChange.run();
  }

  private @Nullable JsonNode pin() {
    return drawing.flow().pins().get(trigger);
  }

  private Optional<JsonNode> body() {
    return Optional.ofNullable(pin()).map(pin -> pin.get(BODY));
  }

  private Optional<JsonNode> lastDelivery() {
    return drawing
        .run()
        .map(Run::trigger)
        .filter(record -> record.id().equals(trigger))
        .map(Run.TriggerRecord::data);
  }
}
