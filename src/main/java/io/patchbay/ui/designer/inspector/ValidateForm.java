package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.flow.ValidateStep;
import io.patchbay.schema.SchemaInference;
import io.patchbay.ui.designer.preview.Preview;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Holds a value to a JSON Schema. */
@Component
@Order(8)
class ValidateForm implements StepForm<ValidateStep> {

  private static final String DEFAULT_VALUE = "{{ trigger.body }}";

  @Override
  public Class<ValidateStep> type() {
    return ValidateStep.class;
  }

  @Override
  public String kind() {
    return "validate";
  }

  @Override
  public String title() {
    return "Validate";
  }

  @Override
  public Icons icon() {
    return Icons.BADGE_CHECK;
  }

  @Override
  public String sentence() {
    return "Fails when a value does not fit a JSON Schema";
  }

  @Override
  public String synonyms() {
    return "schema check";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public ValidateStep create(String id) {
    return new ValidateStep(id, "Validate", StringNode.valueOf(DEFAULT_VALUE), null);
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<ValidateStep> editor) {
    tabs.tab(
        "Check",
        () ->
            Look.div(
                "",
                new DocumentField(
                    InputSpec.any("value", "value", "any", false),
                    editor,
                    () -> editor.step().value(),
                    value ->
                        editor.change(
                            "value",
                            step ->
                                new ValidateStep(step.id(), step.name(), value, step.schema()))),
                new SchemaField(editor)));
    tabs.tab("Output", () -> new OutputTab(editor));
  }

  /** The schema as JSON, which can be made from the value as it is now. */
  private static final class SchemaField extends Div {

    private final StepEditor<ValidateStep> editor;
    private final CodeEditor area = CodeEditor.document(CodeEditor.Mode.JSON);

    SchemaField(StepEditor<ValidateStep> editor) {
      this.editor = editor;
      addClassName("pb-dz-input");
      Look.testId("input-schema", this);
      getElement().setAttribute("data-field", "schema");
      Div head =
          Look.div(
              "pb-field-top",
              Look.span("pb-strong", "schema"),
              Look.title("Required", Look.span("pb-required", "*")),
              Look.span("pb-type", "JSON Schema"));
      if (!editor.readOnly()) {
        var infer = Buttons.link("From sample", this::infer);
        infer.addClassName("pb-end");
        head.add(Look.testId("schema-from-sample", infer));
      }
      area.setAriaName("schema");
      area.setPlaceholder("{ \"type\": \"object\", \"required\": [\"id\"] }");
      area.setReadOnly(editor.readOnly());
      JsonNode now = editor.step().schema();
      area.setValue(now == null ? "" : Json.writePretty(now));
      area.addValueChangeListener(event -> {
        if (event.isFromClient()) {
          take(event.getValue());
        }
      });
      var line = new PreviewLine();
      Runnable refresh = () -> line.show(null, null, editor.problems("schema"));
      editor.onRefresh(refresh);
      refresh.run();
      add(
          head,
          Look.div("pb-dz-document", area),
          line,
          Look.div(
              "pb-dz-hint",
              Look.span(
                  "",
                  "A value that does not fit fails the step; error then has one sentence for each"
                      + " problem.")));
    }

    private void take(String text) {
      if (text.isBlank()) {
        area.setError(null);
        change(null);
        return;
      }
      Optional<JsonNode> json = Literal.read(text);
      if (json.isEmpty() || !(json.get().isObject() || json.get().isBoolean())) {
        area.setError("A JSON Schema is an object.");
        return;
      }
      area.setError(null);
      change(json.get());
    }

    private void infer() {
      JsonNode value = editor.step().value();
      Preview preview =
          editor.preview().preview(value == null ? StringNode.valueOf(DEFAULT_VALUE) : value);
      Object sample = preview.value();
      if (preview.error() != null || sample == null || Expression.ABSENT.equals(sample)) {
        Toasts.error(
            "There is no sample of the value yet",
            "Run the flow once, or pin an output or a sample payload.");
        return;
      }
      JsonNode schema = SchemaInference.infer(Json.toTree(sample));
      area.setValue(Json.writePretty(schema));
      area.setError(null);
      change(schema);
    }

    private void change(@Nullable JsonNode schema) {
      editor.change(
          "schema", step -> new ValidateStep(step.id(), step.name(), step.value(), schema));
    }
  }
}
