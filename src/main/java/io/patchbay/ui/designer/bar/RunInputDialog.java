package io.patchbay.ui.designer.bar;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.common.Json;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks which trigger to run from, and with which body. */
public final class RunInputDialog extends Dialog {

  /** The dialog; {@code onRun} gets the trigger's id and the body. */
  public RunInputDialog(Flow flow, BiConsumer<String, JsonNode> onRun) {
    addClassName("pb-dialog");
    setHeaderTitle("Run with other input");
    setWidth("560px");
    var trigger = new Select<Trigger>();
    trigger.setLabel("From");
    trigger.setItems(flow.triggers());
    trigger.setItemLabelGenerator(Trigger::label);
    trigger.setWidthFull();
    var body = CodeEditor.document(CodeEditor.Mode.JSON);
    body.setAriaName("Body");
    body.addClassName("pb-dz-run-with");
    Look.testId("run-input", body);
    trigger.addValueChangeListener(event -> body.setValue(sample(flow, event.getValue())));
    flow.triggers().stream().findFirst().ifPresent(trigger::setValue);
    var run =
        Buttons.primary(
            "Run",
            Icons.PLAY,
            () -> {
              try {
                JsonNode json = Json.MAPPER.readTree(body.getValue());
                close();
                onRun.accept(trigger.getValue().id(), json);
              } catch (JacksonException e) {
                body.setError(e.getOriginalMessage());
              }
            });
    Buttons.key(run, "Ctrl+Enter", "Ctrl ↵");
    Look.testId("run-confirm", run);
    add(trigger, Look.div("pb-dz-group", new Span("trigger.body")), body);
    getFooter().add(Buttons.neutral("Cancel", null, this::close), run);
  }

  private static String sample(Flow flow, Trigger trigger) {
    JsonNode pin = flow.pins().get(trigger.id());
    JsonNode body = pin == null ? null : pin.get("body");
    return body == null ? "{}" : Json.writePretty(body);
  }
}
