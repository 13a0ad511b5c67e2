package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.common.Json;
import io.patchbay.flow.CallStep;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The inputs of a call: one block for each parameter and for each field of its body. */
final class CallInputs extends Div {

  private enum BodyMode {
    FIELDS,
    WHOLE
  }

  private final StepEditor<CallStep> editor;
  private final ApiMethod method;
  private final List<InputSpec> parameters;
  private final List<InputSpec> bodyFields;
  private final Div body = new Div();

  CallInputs(StepEditor<CallStep> editor, Api api, ApiMethod method, Map<String, JsonNode> shared) {
    this.editor = editor;
    this.method = method;
    this.parameters = InputSpec.parameters(method, shared);
    this.bodyFields = InputSpec.bodyFields(method, shared);
    List<OptionalInputs.Entry> entries = new ArrayList<>();
    parameters.forEach(spec -> entries.add(parameter(spec)));
    extraInputs().forEach(spec -> entries.add(parameter(spec)));
    if (!entries.isEmpty()) {
      add(new OptionalInputs(editor, entries));
    }
    if (method.body() != null || editor.step().body() != null) {
      add(body);
      showBody(fieldsFit() ? BodyMode.FIELDS : BodyMode.WHOLE);
    } else if (entries.isEmpty()) {
      add(
          Look.div(
              "pb-dz-hint pb-dz-input", new Span("%s takes no input.".formatted(method.label()))));
    }
    if (!api.baseUrl().isEmpty()) {
      add(new SentWith(editor));
    }
  }

  /** What the step sends although the method does not list it. */
  private List<InputSpec> extraInputs() {
    return editor.step().inputs().keySet().stream()
        .filter(name -> method.parameter(name).isEmpty())
        .map(name -> InputSpec.any(name, "inputs." + name, "unknown", false))
        .toList();
  }

  private boolean fieldsFit() {
    JsonNode now = editor.step().body();
    return !bodyFields.isEmpty() && (now == null || now.isObject());
  }

  private void showBody(BodyMode mode) {
    body.removeAll();
    Div head = Look.div("pb-dz-group", Look.span("pb-strong", "Body"));
    var requestBody = method.body();
    head.add(Look.span("pb-type", requestBody == null ? "any" : requestBody.contentType()));
    if (!bodyFields.isEmpty()) {
      Map<BodyMode, String> choices = new LinkedHashMap<>();
      choices.put(BodyMode.FIELDS, "Fields");
      choices.put(BodyMode.WHOLE, "Whole");
      var segments = new Segments<>("How the body is written", choices, mode, this::chooseBody);
      segments.setEnabled(!editor.readOnly());
      Look.testId("body-mode", segments);
      head.add(Look.line("pb-end", segments));
    }
    body.add(head);
    if (mode == BodyMode.FIELDS) {
      List<OptionalInputs.Entry> entries = new ArrayList<>();
      bodyFields.forEach(spec -> entries.add(bodyField(spec)));
      extraFields().forEach(spec -> entries.add(bodyField(spec)));
      body.add(new OptionalInputs(editor, entries));
    } else {
      body.add(
          new DocumentField(
              InputSpec.any("body", "body", "any", requestBody != null && requestBody.required()),
              editor,
              () -> editor.step().body(),
              value -> setBody(value, "body")));
    }
  }

  private void chooseBody(BodyMode mode) {
    JsonNode now = editor.step().body();
    if (mode == BodyMode.FIELDS && now != null && !now.isObject()) {
      setBody(null, "body");
    }
    showBody(mode);
  }

  /** Fields that the step sends although the schema does not list them. */
  private List<InputSpec> extraFields() {
    JsonNode now = editor.step().body();
    if (now == null) {
      return List.of();
    }
    return now.propertyNames().stream()
        .filter(name -> bodyFields.stream().noneMatch(spec -> spec.name().equals(name)))
        .map(name -> InputSpec.any(name, "body." + name, "unknown", false))
        .toList();
  }

  private OptionalInputs.Entry parameter(InputSpec spec) {
    return new OptionalInputs.Entry(
        spec,
        () -> editor.step().inputs().get(spec.name()),
        value ->
            editor.change(
                spec.field(),
                step -> {
                  Map<String, JsonNode> inputs = new LinkedHashMap<>(step.inputs());
                  if (value == null) {
                    inputs.remove(spec.name());
                  } else {
                    inputs.put(spec.name(), value);
                  }
                  return step.withInputs(inputs);
                }));
  }

  private OptionalInputs.Entry bodyField(InputSpec spec) {
    return new OptionalInputs.Entry(
        spec,
        () -> {
          JsonNode now = editor.step().body();
          return now == null ? null : now.get(spec.name());
        },
        value -> {
          JsonNode now = editor.step().body();
          ObjectNode fields =
              now instanceof ObjectNode object ? object.deepCopy() : Json.MAPPER.createObjectNode();
          if (value == null) {
            fields.remove(spec.name());
          } else {
            fields.set(spec.name(), value);
          }
          setBody(fields.isEmpty() ? null : fields, spec.field());
        });
  }

  private void setBody(@Nullable JsonNode value, String field) {
    editor.change(field, step -> step.withBody(value));
  }
}
