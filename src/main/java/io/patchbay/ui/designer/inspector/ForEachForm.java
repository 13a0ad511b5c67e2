package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.patchbay.flow.ForEachStep;
import io.patchbay.flow.ForEachStep.OnError;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Runs what is inside once for each element of a list. */
@Component
@Order(3)
class ForEachForm implements StepForm<ForEachStep> {

  @Override
  public Class<ForEachStep> type() {
    return ForEachStep.class;
  }

  @Override
  public String kind() {
    return "forEach";
  }

  @Override
  public String title() {
    return "For each";
  }

  @Override
  public Icons icon() {
    return Icons.REPEAT;
  }

  @Override
  public String sentence() {
    return "Runs the steps inside once for each element of a list";
  }

  @Override
  public String synonyms() {
    return "loop iterate repeat list map";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public ForEachStep create(String id) {
    return new ForEachStep(id, "For each", null, List.of(), null, null, null);
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<ForEachStep> editor) {
    tabs.tab("Loop", () -> loop(editor));
    tabs.tab("Output", () -> new OutputTab(editor));
  }

  private static Div loop(StepEditor<ForEachStep> editor) {
    return Look.div(
        "",
        new DocumentField(
            InputSpec.any("items", "items", "array", true),
            editor,
            () -> editor.step().items(),
            items -> editor.change("items", step -> new Change(step).items(items))),
        Look.div(
            "pb-dz-hint",
            Look.span(
                "", "The steps inside see the element as item and its place, from 0, as index.")),
        FieldBlock.of("At the same time", "concurrency", editor, concurrency(editor)),
        FieldBlock.of("When an element fails", "onError", editor, onError(editor)),
        new DocumentField(
            InputSpec.any("result", "result", "any", false),
            editor,
            () -> editor.step().result(),
            result -> editor.change("result", step -> new Change(step).result(result))),
        Look.div(
            "pb-dz-hint",
            Look.span(
                "",
                "What each element leaves in the list of results; when empty, the body of the last"
                    + " step inside.")));
  }

  private static IntegerField concurrency(StepEditor<ForEachStep> editor) {
    var field = new IntegerField();
    field.setValue(editor.step().concurrency());
    field.setPlaceholder("1, one after the other");
    field.setMin(1);
    field.setMax(ForEachStep.MAX_CONCURRENCY);
    field.setStepButtonsVisible(true);
    field.setHelperText("1 keeps the order; at most " + ForEachStep.MAX_CONCURRENCY + ".");
    field.setI18n(
        new IntegerField.IntegerFieldI18n()
            .setMinErrorMessage("At least 1")
            .setMaxErrorMessage("At most " + ForEachStep.MAX_CONCURRENCY)
            .setBadInputErrorMessage("A whole number is needed"));
    field.setAriaLabel("How many at the same time");
    field.setWidthFull();
    field.setReadOnly(editor.readOnly());
    field.addValueChangeListener(event -> {
      if (event.isFromClient() && !field.isInvalid()) {
        editor.change("concurrency", step -> new Change(step).concurrency(event.getValue()));
      }
    });
    return field;
  }

  private static Select<OnError> onError(StepEditor<ForEachStep> editor) {
    var select = new Select<OnError>();
    select.setItems(OnError.values());
    select.setItemLabelGenerator(
        choice -> choice == OnError.STOP ? "Stop, the loop fails" : "Go on, collect the errors");
    OnError now = editor.step().onError();
    select.setValue(now == null ? OnError.STOP : now);
    select.setAriaLabel("When an element fails");
    select.setWidthFull();
    select.setReadOnly(editor.readOnly());
    select.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        OnError chosen = event.getValue() == OnError.STOP ? null : event.getValue();
        editor.change("onError", step -> new Change(step).onError(chosen));
      }
    });
    return select;
  }

  /** The step with one thing changed. */
  private record Change(ForEachStep step) {

    ForEachStep items(@Nullable JsonNode items) {
      return new ForEachStep(
          step.id(),
          step.name(),
          items,
          step.contains(),
          step.concurrency(),
          step.onError(),
          step.result());
    }

    ForEachStep concurrency(@Nullable Integer concurrency) {
      return new ForEachStep(
          step.id(),
          step.name(),
          step.items(),
          step.contains(),
          concurrency,
          step.onError(),
          step.result());
    }

    ForEachStep onError(@Nullable OnError onError) {
      return new ForEachStep(
          step.id(),
          step.name(),
          step.items(),
          step.contains(),
          step.concurrency(),
          onError,
          step.result());
    }

    ForEachStep result(@Nullable JsonNode result) {
      return new ForEachStep(
          step.id(),
          step.name(),
          step.items(),
          step.contains(),
          step.concurrency(),
          step.onError(),
          result);
    }
  }
}
