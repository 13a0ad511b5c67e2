package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Parameter;
import io.patchbay.api.RequestBody;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.schema.SampleValue;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Look;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The values to try a method with: a field for each parameter and one for the body. */
final class TryInputs extends Div {

  private final transient Map<Parameter, TextField> fields = new LinkedHashMap<>();
  private final Map<String, String> typed = new HashMap<>();
  private @Nullable CodeEditor body;
  private @Nullable String typedBody;

  TryInputs() {
    addClassName("pb-try-inputs");
  }

  /**
   * Shows the method's inputs; what was typed before stays.
   *
   * @param schemas the API's shared ones, which the method's refer to
   */
  void show(ApiMethod method, Function<String, @Nullable JsonNode> schemas) {
    removeAll();
    fields.clear();
    for (Parameter parameter : method.parameters()) {
      add(field(parameter));
    }
    RequestBody requestBody = method.body();
    if (requestBody == null) {
      body = null;
    } else {
      var editor = CodeEditor.document(CodeEditor.Mode.JSON);
      editor.setAriaName("Body");
      editor.setValue(typedBody == null ? sample(requestBody, schemas) : typedBody);
      editor.addValueChangeListener(event -> {
        if (event.isFromClient()) {
          typedBody = event.getValue();
        }
      });
      Look.testId("try-body", editor);
      body = editor;
      add(
          Look.div(
              "pb-try-input",
              top("Body", requestBody.required(), requestBody.contentType()),
              editor));
    }
  }

  private Div field(Parameter parameter) {
    var field = new TextField();
    field.setWidthFull();
    field.setAriaLabel(parameter.name());
    field.addClassName("pb-mono-field");
    field.setPlaceholder(
        parameter.defaultValue() == null
            ? ""
            : SchemaTypes.text(parameter.defaultValue()) + " by default");
    field.setValue(typed.getOrDefault(parameter.name(), example(parameter)));
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.addValueChangeListener(event -> typed.put(parameter.name(), event.getValue()));
    Look.testId("try-" + parameter.name(), field);
    fields.put(parameter, field);
    return Look.div(
        "pb-try-input",
        top(
            parameter.name(),
            parameter.required(),
            parameter.in().word() + ", " + SchemaTypes.of(parameter.schema())),
        field);
  }

  private static Div top(String name, boolean required, String type) {
    var top = Look.div("pb-field-top", Look.span("pb-strong", name));
    if (required) {
      top.add(Look.title("required", Look.span("pb-required", "*")));
    }
    top.add(Look.span("pb-type", type));
    return top;
  }

  private static String example(Parameter parameter) {
    JsonNode schema = parameter.schema();
    return schema == null
        ? ""
        : SchemaTypes.text(
            schema.path("examples").path(0).isMissingNode()
                ? schema.get("example")
                : schema.path("examples").path(0));
  }

  private static String sample(RequestBody body, Function<String, @Nullable JsonNode> schemas) {
    JsonNode example = body.example();
    if (example != null) {
      return Json.writePretty(example);
    }
    JsonNode schema = body.schema();
    return schema == null ? "" : Json.writePretty(SampleValue.of(schema, schemas));
  }

  /** Says what cannot be sent, at its field; whether all can. */
  boolean check() {
    boolean good = true;
    for (var entry : fields.entrySet()) {
      boolean missing =
          entry.getKey().required()
              && entry.getKey().defaultValue() == null
              && entry.getValue().getValue().isBlank();
      entry.getValue().setErrorMessage("A value is needed.");
      entry.getValue().setInvalid(missing);
      good &= !missing;
    }
    CodeEditor editor = body;
    if (editor != null) {
      try {
        bodyValue();
        editor.setError(null);
      } catch (JacksonException e) {
        editor.setError(e.getOriginalMessage());
        good = false;
      }
    }
    return good;
  }

  /** Plain values by parameter name; empty fields are absent. */
  Map<String, @Nullable Object> values() {
    var values = new HashMap<String, @Nullable Object>();
    fields.forEach((parameter, field) -> {
      JsonNode value =
          SchemaTypes.value(SchemaTypes.of(parameter.schema()), field.getValue().strip());
      if (value != null) {
        values.put(parameter.name(), Json.toValue(value));
      }
    });
    return values;
  }

  /** The plain value of the body, or {@link Expression#ABSENT}. */
  @Nullable Object bodyValue() {
    return body == null || body.getValue().isBlank()
        ? Expression.ABSENT
        : Json.toValue(Json.MAPPER.readTree(body.getValue()));
  }

  /** Whether there is nothing to fill in. */
  boolean isEmpty() {
    return fields.isEmpty() && body == null;
  }

  /** What stands here while the method takes nothing. */
  static Span nothing() {
    return Look.span("pb-text-3 pb-small", "The method takes no inputs.");
  }
}
