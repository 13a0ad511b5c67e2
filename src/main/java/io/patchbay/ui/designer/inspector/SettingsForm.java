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
import io.patchbay.flow.FlowSettings.Concurrency;
import io.patchbay.flow.FlowSettings.Direction;
import io.patchbay.flow.FlowSettings.Durability;
import io.patchbay.flow.FlowSettings.Recording;
import io.patchbay.flow.FlowSettings.WhenFull;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.editing.SetSettings;
import io.patchbay.ui.shell.Look;
import org.jspecify.annotations.Nullable;

/** What holds for the whole flow; shown while nothing is selected. */
final class SettingsForm extends Div {

  private static final int MS = 1_000;
  private static final int MOST_AT_ONCE = 1_000;

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
        durability(settings),
        concurrency(settings),
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

  private Select<Survival> durability(FlowSettings settings) {
    Select<Survival> durability = select("What a run survives", Survival.values());
    durability.setItemLabelGenerator(choice -> choice.title);
    Survival now = Survival.of(settings.durability());
    durability.setValue(now);
    durability.setHelperText(now.sentence);
    Look.testId("durability", durability);
    durability.addValueChangeListener(event -> {
      durability.setHelperText(event.getValue().sentence);
      if (event.isFromClient()) {
        apply(settings().withDurability(event.getValue().durability));
      }
    });
    return durability;
  }

  /** What a run survives, as it is chosen. */
  private enum Survival {
    AUTOMATIC(
        "As the trigger has it",
        "Runs survive the end of the server, but for webhooks that answer with the result: their"
            + " senders learn of it.",
        null),
    DURABLE(
        "The end of the server",
        "Another node takes the run over, and no call is made twice unasked.",
        Durability.DURABLE),
    FAST("Nothing", "Least work for each step; a run fails when its server ends.", Durability.FAST);

    private final String title;
    private final String sentence;
    private final @Nullable Durability durability;

    Survival(String title, String sentence, @Nullable Durability durability) {
      this.title = title;
      this.sentence = sentence;
      this.durability = durability;
    }

    static Survival of(@Nullable Durability durability) {
      return durability == null ? AUTOMATIC : durability == Durability.FAST ? FAST : DURABLE;
    }
  }

  private Div concurrency(FlowSettings settings) {
    var limit = new IntegerField("At most at once");
    Concurrency now = settings.concurrency();
    if (now != null) {
      limit.setValue(now.limit());
    }
    limit.setPlaceholder("Any");
    limit.setMin(1);
    limit.setMax(MOST_AT_ONCE);
    limit.setI18n(
        new IntegerField.IntegerFieldI18n()
            .setMinErrorMessage("1 to 1,000")
            .setMaxErrorMessage("1 to 1,000")
            .setBadInputErrorMessage("A whole number"));
    limit.setWidthFull();
    limit.setReadOnly(drawing.readOnly());
    Look.testId("concurrency-limit", limit);
    Select<WhenFull> whenFull = select("When full", WhenFull.values());
    whenFull.setItemLabelGenerator(choice ->
        switch (choice) {
          case QUEUE -> "Wait for a turn";
          case DROP -> "Forget the start";
          case FAIL -> "Refuse the start";
        });
    whenFull.setValue(now == null ? WhenFull.QUEUE : now.whenFull());
    whenFull.setEnabled(now != null);
    whenFull.setHelperText(words(whenFull.getValue()));
    limit.addValueChangeListener(event -> {
      if (event.isFromClient() && !limit.isInvalid()) {
        whenFull.setEnabled(event.getValue() != null);
        limitTo(event.getValue(), whenFull.getValue());
      }
    });
    whenFull.addValueChangeListener(event -> {
      whenFull.setHelperText(words(event.getValue()));
      if (event.isFromClient()) {
        limitTo(limit.getValue(), event.getValue());
      }
    });
    return Look.div("pb-dz-fields", limit, whenFull);
  }

  private static String words(WhenFull whenFull) {
    return switch (whenFull) {
      case QUEUE -> "In the order of the starts.";
      case DROP -> "Senders of webhooks get 202 all the same.";
      case FAIL -> "Senders of webhooks get 429.";
    };
  }

  private void limitTo(@Nullable Integer limit, WhenFull whenFull) {
    apply(settings().withConcurrency(limit == null ? null : new Concurrency(limit, whenFull)));
  }

  private void apply(FlowSettings changed) {
    apply(drawing.flow().name(), drawing.flow().description(), changed);
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
