package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowSettings;
import io.patchbay.flow.FlowSettings.Direction;
import io.patchbay.flow.FlowSettings.Recording;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.editing.SetSettings;
import io.patchbay.ui.shell.Look;
import org.jspecify.annotations.Nullable;

/** What holds for the whole flow; shown while nothing is selected. */
final class SettingsForm extends Div {

  private static final int MS = 1_000;

  private final Drawing drawing;

  SettingsForm(Drawing drawing) {
    this.drawing = drawing;
    addClassName("pb-dz-settings");
    Flow flow = drawing.flow();
    FlowSettings settings = flow.effectiveSettings();
    add(
        Look.div("pb-dz-settings-head", Look.span("pb-subtitle", "Flow")),
        name(flow),
        description(flow),
        recording(settings),
        deadline(settings),
        direction(settings),
        Look.div(
            "pb-dz-hint",
            new Span("Select a step to see its inputs. Press ? for all keys of the designer.")));
  }

  private TextField name(Flow flow) {
    TextField name = Literal.field(flow.name());
    name.setLabel("Name");
    name.setReadOnly(drawing.readOnly());
    Look.testId("flow-name", name);
    name.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        apply(event.getValue(), drawing.flow().description(), settings());
      }
    });
    return name;
  }

  private TextArea description(Flow flow) {
    var description = new TextArea("Description");
    description.setValue(flow.description() == null ? "" : flow.description());
    description.setWidthFull();
    description.setMinRows(3);
    description.setReadOnly(drawing.readOnly());
    description.setValueChangeMode(ValueChangeMode.LAZY);
    description.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        apply(drawing.flow().name(), event.getValue(), settings());
      }
    });
    return description;
  }

  private Select<Recording> recording(FlowSettings settings) {
    Select<Recording> recording = select("Runs that are kept", Recording.values());
    recording.setItemLabelGenerator(choice ->
        switch (choice) {
          case ALL -> "All";
          case FAILURES -> "Failures only";
          case NONE -> "None";
        });
    recording.setValue(settings.recording());
    recording.setHelperText("Without a record, a run cannot be looked at or repeated.");
    recording.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        apply(event.getValue(), settings().deadlineMs(), settings().direction());
      }
    });
    return recording;
  }

  private IntegerField deadline(FlowSettings settings) {
    var deadline = new IntegerField("Deadline in seconds");
    Integer ms = settings.deadlineMs();
    if (ms != null) {
      deadline.setValue(ms / MS);
    }
    deadline.setPlaceholder(String.valueOf(FlowSettings.DEFAULTS.deadlineOrDefault() / MS));
    deadline.setHelperText("A run that takes longer fails. At most 24 hours.");
    deadline.setMin(1);
    deadline.setMax(FlowSettings.MAX_DEADLINE_MS / MS);
    deadline.setWidthFull();
    deadline.setReadOnly(drawing.readOnly());
    deadline.addValueChangeListener(event -> {
      if (event.isFromClient() && !deadline.isInvalid()) {
        Integer seconds = event.getValue();
        apply(
            settings().recording(),
            seconds == null ? null : (Integer) (seconds * MS),
            settings().direction());
      }
    });
    return deadline;
  }

  private Select<Direction> direction(FlowSettings settings) {
    Select<Direction> direction = select("Data flows", Direction.values());
    direction.setItemLabelGenerator(choice -> choice == Direction.DOWN ? "Down" : "To the right");
    direction.setValue(settings.direction());
    direction.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        apply(settings().recording(), settings().deadlineMs(), event.getValue());
      }
    });
    return direction;
  }

  private <T> Select<T> select(String label, T[] items) {
    var select = new Select<T>();
    select.setLabel(label);
    select.setItems(items);
    select.setWidthFull();
    select.setReadOnly(drawing.readOnly());
    return select;
  }

  private FlowSettings settings() {
    return drawing.flow().effectiveSettings();
  }

  private void apply(Recording recording, @Nullable Integer deadlineMs, Direction direction) {
    apply(
        drawing.flow().name(),
        drawing.flow().description(),
        settings().withRecording(recording).withDeadlineMs(deadlineMs).withDirection(direction));
  }

  private void apply(String name, @Nullable String description, FlowSettings settings) {
    drawing.apply(new SetSettings(name, description, settings));
  }
}
