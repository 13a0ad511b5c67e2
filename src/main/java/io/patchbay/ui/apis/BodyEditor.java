package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.RequestBody;
import io.patchbay.api.Verb;
import io.patchbay.schema.SchemaInference;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import io.patchbay.ui.shell.Toasts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON body that a method takes: as fields, as a schema, as an example. */
final class BodyEditor extends Div {

  /** The ways to look at a body. */
  private enum Way {
    FIELDS,
    SCHEMA,
    EXAMPLE
  }

  private static final Map<Way, String> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put(Way.FIELDS, "Fields");
    WAYS.put(Way.SCHEMA, "Schema");
    WAYS.put(Way.EXAMPLE, "Example");
  }

  private final transient Verb verb;
  private final transient Consumer<@Nullable RequestBody> onChange;
  private transient @Nullable RequestBody body;
  private Way way;

  BodyEditor(Verb verb, @Nullable RequestBody body, Consumer<@Nullable RequestBody> onChange) {
    this.verb = verb;
    this.body = body;
    this.onChange = onChange;
    this.way = body != null && body.schema() == null ? Way.EXAMPLE : Way.FIELDS;
    addClassName("pb-table-block");
    show();
  }

  private void show() {
    removeAll();
    RequestBody now = body;
    if (now == null) {
      add(
          Look.section(
              "Body", Look.testId("add-body", Buttons.link("Add JSON body", this::addBody))));
      add(
          Look.div(
              "pb-hint",
              new Span(
                  verb == Verb.GET || verb == Verb.HEAD
                      ? "None, as usual for %s.".formatted(verb)
                      : "None is sent.")));
      return;
    }
    var required = new Checkbox("Required", now.required());
    required.addValueChangeListener(
        event -> set(new RequestBody(type(), event.getValue(), schema(), example())));
    var infer = Buttons.link("Infer from example", this::infer);
    infer.setEnabled(now.example() != null);
    infer.setTooltipText("Makes the schema from the example.");
    Look.testId("infer-schema", infer);
    add(
        Look.section(
            "Body",
            Look.span("pb-text-3 pb-small", now.contentType()),
            required,
            infer,
            new Segments<>("Body as", WAYS, way, this::look),
            Buttons.link("No body", this::dropBody)));
    add(content(now));
  }

  private Component content(RequestBody now) {
    return switch (way) {
      case FIELDS ->
          new FieldsTable(
              now.schema(),
              now.example(),
              schema -> {
                set(new RequestBody(type(), now.required(), schema, example()));
                show();
              });
      case SCHEMA ->
          new JsonField(
              "Schema of the body",
              now.schema(),
              schema -> set(new RequestBody(type(), required(), schema, example())));
      case EXAMPLE ->
          new JsonField(
              "Example of the body",
              now.example(),
              example -> set(new RequestBody(type(), required(), schema(), example)));
    };
  }

  private void look(Way chosen) {
    way = chosen;
    show();
  }

  private void addBody() {
    way = Way.EXAMPLE;
    set(new RequestBody(RequestBody.JSON, true, null, null));
    show();
  }

  private void dropBody() {
    RequestBody before = body;
    set(null);
    show();
    Toasts.undo(
        "Body deleted",
        () -> {
          set(before);
          show();
        });
  }

  private void infer() {
    JsonNode example = example();
    if (example != null) {
      way = Way.FIELDS;
      set(new RequestBody(type(), required(), SchemaInference.infer(example), example));
      show();
    }
  }

  private void set(@Nullable RequestBody changed) {
    body = changed;
    onChange.accept(changed);
  }

  private String type() {
    return body == null ? RequestBody.JSON : body.contentType();
  }

  private boolean required() {
    return body == null || body.required();
  }

  private @Nullable JsonNode schema() {
    return body == null ? null : body.schema();
  }

  private @Nullable JsonNode example() {
    return body == null ? null : body.example();
  }
}
