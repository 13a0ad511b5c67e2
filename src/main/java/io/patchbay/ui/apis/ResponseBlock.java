package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.ResponseShape;
import io.patchbay.schema.SchemaInference;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One response of a method: status, content type, fields, a sample, headers. */
final class ResponseBlock extends Div {

  /** The ways to look at a response. */
  private enum Way {
    FIELDS,
    SCHEMA,
    SAMPLE,
    HEADERS
  }

  private final transient ApiDraft draft;
  private final transient Supplier<ResponseShape> response;
  private final transient Consumer<UnaryOperator<ResponseShape>> change;
  private final Div place = Look.div("pb-response-place");

  ResponseBlock(
      ApiDraft draft,
      Supplier<ResponseShape> response,
      Consumer<UnaryOperator<ResponseShape>> change,
      Runnable onDelete) {
    this.draft = draft;
    this.response = response;
    this.change = change;
    ResponseShape now = response.get();
    Map<Way, String> ways = new LinkedHashMap<>();
    ways.put(Way.FIELDS, "Fields");
    ways.put(Way.SCHEMA, "Schema");
    ways.put(Way.SAMPLE, "Sample");
    ways.put(Way.HEADERS, now.headers().isEmpty() ? "Headers" : "Headers " + now.headers().size());
    Way first = now.schema() == null && now.example() != null ? Way.SAMPLE : Way.FIELDS;
    show(first);
    add(
        new Block(
                "",
                Look.div(
                    "pb-row pb-response-kind",
                    editable(contentType(now)),
                    new Segments<>(
                        "Response as",
                        ways,
                        first,
                        way -> {
                          show(way);
                        })),
                place)
            .beside(editable(status(now)), editable(description(now)))
            .end(
                EditRights.of(
                    draft,
                    Buttons.icon(Icons.TRASH_2, "Delete response " + now.status(), onDelete))));
  }

  private Component editable(Component field) {
    field.getElement().setEnabled(draft.mayEdit());
    return field;
  }

  private void show(Way way) {
    place.removeAll();
    Component content = content(way);
    if (content instanceof JsonField || content instanceof TextSample) {
      content.getElement().setEnabled(draft.mayEdit());
    }
    place.add(content);
  }

  private Component status(ResponseShape now) {
    var field = new TextField();
    field.setValue(now.status());
    field.setAriaLabel("Status");
    field.setTooltipText("A status such as 200, a class such as 4XX, or default.");
    field.setWidth("84px");
    field.addClassNames("pb-mono-field");
    field.setPrefixComponent(
        Badges.tag(now.forSuccess() ? "success" : "error", now.forSuccess() ? "ok" : "!"));
    field.setPattern("[1-5][0-9Xx][0-9Xx]|default");
    field.setErrorMessage("200, 4XX or default");
    field.addValueChangeListener(event -> {
      if (!field.isInvalid()) {
        String status = event.getValue().strip();
        set(r -> copy(r, status, r.description(), r.contentType(), r.schema(), r.example()));
      }
    });
    return field;
  }

  private Component description(ResponseShape now) {
    var field = new TextField();
    field.setValue(Texts.orEmpty(now.description()));
    field.setPlaceholder("What it means");
    field.setAriaLabel("Description of the response");
    field.addClassNames("pb-ghost-field", "pb-grow");
    field.addValueChangeListener(event ->
        set(r ->
            copy(
                r,
                r.status(),
                Texts.orNull(event.getValue()),
                r.contentType(),
                r.schema(),
                r.example())));
    return field;
  }

  private Component contentType(ResponseShape now) {
    var field = new TextField();
    field.setAriaLabel("Content type");
    field.setPlaceholder("application/json");
    field.setTooltipText("Content type");
    field.setValue(Texts.orEmpty(now.contentType()));
    field.addClassNames("pb-mono-field", "pb-grow");
    field.addValueChangeListener(event ->
        set(r ->
            copy(
                r,
                r.status(),
                r.description(),
                Texts.orNull(event.getValue()),
                r.schema(),
                r.example())));
    return field;
  }

  private Component content(Way way) {
    ResponseShape now = response.get();
    return switch (way) {
      case FIELDS -> new SchemaFieldsView("answer", now.schema(), draft, this::schema);
      case SCHEMA ->
          new JsonField("Schema of response " + now.status(), now.schema(), this::schema);
      case SAMPLE -> sample(now);
      case HEADERS -> headers(now);
    };
  }

  private Component sample(ResponseShape now) {
    String type = now.contentType();
    return type == null || BodyKind.of(type) == BodyKind.JSON
        ? new JsonField("Sample of response " + now.status(), now.example(), this::example)
        : new TextSample("Sample of response " + now.status(), now.example(), this::example);
  }

  private Component headers(ResponseShape now) {
    var asObject = (ObjectNode) SchemaEditor.emptyObject();
    var fields = asObject.withObjectProperty("properties");
    now.headers().forEach(fields::set);
    return new SchemaFieldsView(
        "headers",
        asObject,
        draft,
        changed -> {
          var headers = new LinkedHashMap<String, JsonNode>();
          changed
              .path("properties")
              .properties()
              .forEach(entry -> headers.put(entry.getKey(), entry.getValue()));
          set(r ->
              new ResponseShape(
                  r.status(), r.description(), r.contentType(), r.schema(), r.example(), headers));
        });
  }

  private void schema(@Nullable JsonNode schema) {
    set(r -> copy(r, r.status(), r.description(), r.contentType(), schema, r.example()));
  }

  private void example(@Nullable JsonNode example) {
    set(r -> withExample(r, example));
  }

  private void set(UnaryOperator<ResponseShape> changed) {
    change.accept(changed);
  }

  /** A first sample brings its schema with it; a schema that is there stays. */
  static ResponseShape withExample(ResponseShape response, @Nullable JsonNode example) {
    JsonNode schema =
        example == null || example.isString() || response.schema() != null
            ? response.schema()
            : SchemaInference.infer(example);
    return copy(
        response,
        response.status(),
        response.description(),
        response.contentType(),
        schema,
        example);
  }

  private static ResponseShape copy(
      ResponseShape response,
      String status,
      @Nullable String description,
      @Nullable String contentType,
      @Nullable JsonNode schema,
      @Nullable JsonNode example) {
    return new ResponseShape(status, description, contentType, schema, example, response.headers());
  }
}
