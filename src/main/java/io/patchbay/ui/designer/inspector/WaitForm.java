package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import io.patchbay.common.Json;
import io.patchbay.flow.WaitStep;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import io.patchbay.ui.shell.Times;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets time pass. */
@Component
@Order(9)
class WaitForm implements StepForm<WaitStep> {

  private static final JsonNode TEXT = Json.MAPPER.createObjectNode().put("type", "string");

  private enum How {
    DURATION,
    UNTIL
  }

  private final Times times;

  WaitForm(Times times) {
    this.times = times;
  }

  @Override
  public Class<WaitStep> type() {
    return WaitStep.class;
  }

  @Override
  public String kind() {
    return "wait";
  }

  @Override
  public String title() {
    return "Wait";
  }

  @Override
  public Icons icon() {
    return Icons.HOURGLASS;
  }

  @Override
  public String sentence() {
    return "Lets time pass, also days: the run survives a restart of the server";
  }

  @Override
  public String synonyms() {
    return "sleep delay pause timer";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public WaitStep create(String id) {
    return new WaitStep(id, "Wait", "5m", null);
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<WaitStep> editor) {
    tabs.tab("Wait", () -> form(editor));
    tabs.tab("Output", () -> new OutputTab(editor));
  }

  private Div form(StepEditor<WaitStep> editor) {
    Div field = new Div();
    How now = editor.step().until() == null ? How.DURATION : How.UNTIL;
    Map<How, String> choices = new LinkedHashMap<>();
    choices.put(How.DURATION, "For a time");
    choices.put(How.UNTIL, "Until a moment");
    var segments =
        new Segments<>(
            "How it waits",
            choices,
            now,
            chosen -> {
              editor.change("duration", step -> new WaitStep(step.id(), step.name(), null, null));
              show(field, chosen, editor);
            });
    segments.setEnabled(!editor.readOnly());
    show(field, now, editor);
    return Look.div(
        "",
        Look.div("pb-dz-input", segments),
        field,
        Look.div(
            "pb-dz-hint",
            Look.span(
                "",
                "A run that only waits takes no memory. At most %d days."
                    .formatted(WaitStep.MAX_DAYS))));
  }

  private void show(Div field, How how, StepEditor<WaitStep> editor) {
    field.removeAll();
    boolean until = how == How.UNTIL;
    field.add(
        new ValueField(
            new InputSpec(
                until ? "until" : "duration",
                until ? "until" : "duration",
                until ? "date-time" : "duration",
                TEXT,
                true,
                until
                    ? "A moment with its offset, such as 2026-12-24T18:00:00+01:00"
                    : "Such as 90s, 15m, 2h, 3d, or a number of seconds"),
            editor,
            () -> ValueField.text(until ? editor.step().until() : editor.step().duration()),
            value -> change(editor, until, value)),
        until
            ? TimeMeaning.moment(editor, () -> editor.step().until(), times)
            : TimeMeaning.duration(editor, () -> editor.step().duration(), times));
  }

  private static void change(StepEditor<WaitStep> editor, boolean until, @Nullable JsonNode value) {
    String text = value == null ? null : Literal.text(value);
    editor.change(
        until ? "until" : "duration",
        step -> new WaitStep(step.id(), step.name(), until ? null : text, until ? text : null));
  }
}
