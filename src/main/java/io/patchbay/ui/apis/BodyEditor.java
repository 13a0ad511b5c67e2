package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.RequestBody;
import io.patchbay.api.Verb;
import io.patchbay.schema.SchemaInference;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import io.patchbay.ui.shell.Toasts;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body that a method takes: its kind and media type, its fields, an example. */
final class BodyEditor extends Div {

  /** The ways to look at a body. */
  private enum Way {
    FIELDS,
    JSON,
    EXAMPLE
  }

  private static final Map<BodyKind, String> KINDS = new LinkedHashMap<>();
  private static final Map<Way, String> WAYS = new LinkedHashMap<>();

  static {
    for (BodyKind kind : BodyKind.values()) {
      KINDS.put(kind, kind.title);
    }
    WAYS.put(Way.FIELDS, "Fields");
    WAYS.put(Way.JSON, "Schema");
    WAYS.put(Way.EXAMPLE, "Example");
  }

  private final transient ApiDraft draft;
  private final Verb verb;
  private final transient Consumer<@Nullable RequestBody> onChange;
  private final transient Map<BodyKind, RequestBody> before = new EnumMap<>(BodyKind.class);
  private transient @Nullable RequestBody body;
  private Way way;

  BodyEditor(
      ApiDraft draft,
      Verb verb,
      @Nullable RequestBody body,
      Consumer<@Nullable RequestBody> onChange) {
    this.draft = draft;
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
              "Body",
              Look.testId(
                  "add-body", EditRights.of(draft, Buttons.link("Add body", this::addBody)))),
          Look.div(
              "pb-hint",
              new Span(
                  verb == Verb.GET || verb == Verb.HEAD
                      ? "None, as usual for %s.".formatted(verb)
                      : "None is sent.")));
      return;
    }
    BodyKind kind = BodyKind.of(now.contentType());
    var kinds = new Segments<>("Kind of body", KINDS, kind, this::become);
    Look.testId("body-kind", kinds);
    var kindLine = Look.div("pb-row pb-body-kind", kinds, contentType(now), required(now));
    kindLine.setEnabled(draft.mayEdit());
    add(
        Look.section("Body", EditRights.of(draft, Buttons.link("No body", this::dropBody))),
        kindLine);
    if (kind.hasFields()) {
      var infer = Buttons.link("Infer from example", this::infer);
      infer.setEnabled(now.example() != null && kind != BodyKind.XML && draft.mayEdit());
      infer.setTooltipText("Makes the schema from the example.");
      Look.testId("infer-schema", infer);
      add(
          Look.div(
              "pb-row pb-body-ways",
              new Segments<>("Body as", WAYS, way, this::look),
              Look.line("pb-end", infer)));
    }
    Component content = content(kind, now);
    if (content instanceof JsonField || content instanceof TextSample) {
      content.getElement().setEnabled(draft.mayEdit());
    }
    add(content);
  }

  private Component contentType(RequestBody now) {
    var field = new TextField();
    field.setAriaLabel("Content type");
    field.setTooltipText("Content type");
    field.setValue(now.contentType());
    field.addClassNames("pb-mono-field", "pb-grow");
    Look.testId("content-type", field);
    field.addValueChangeListener(event -> {
      String type = event.getValue().strip();
      set(b -> b.withContentType(type));
      show();
    });
    return field;
  }

  private Component required(RequestBody now) {
    var required = new Checkbox("Required", now.required());
    required.addValueChangeListener(event -> set(b -> b.withRequired(event.getValue())));
    return required;
  }

  private Component content(BodyKind kind, RequestBody now) {
    return switch (kind) {
      case BINARY ->
          Look.div(
              "pb-hint",
              new Span("The bytes of a file, in flows as base64 text. Nothing else to say."));
      case TEXT -> new TextSample("Example of the body", now.example(), this::example);
      case JSON, FORM, MULTIPART, XML ->
          switch (way) {
            case FIELDS -> fields(kind, now);
            case JSON ->
                new JsonField(
                    "Schema of the body", now.schema(), schema -> set(b -> b.withSchema(schema)));
            case EXAMPLE ->
                kind == BodyKind.XML
                    ? new TextSample("Example of the body", now.example(), this::example)
                    : new JsonField("Example of the body", now.example(), this::example);
          };
    };
  }

  private Component fields(BodyKind kind, RequestBody now) {
    var all = Look.div("");
    var encoding = Look.div("");
    all.add(
        new SchemaFieldsView(
            "body",
            now.schema(),
            draft,
            schema -> {
              set(b -> b.withSchema(schema));
              showEncoding(kind, encoding);
            }));
    showEncoding(kind, encoding);
    encoding.setEnabled(draft.mayEdit());
    all.add(encoding);
    return all;
  }

  private void showEncoding(BodyKind kind, Div place) {
    place.removeAll();
    RequestBody now = body;
    if (kind.hasEncoding() && now != null && now.schema() != null) {
      place.add(
          new EncodingEditor(
              kind,
              now,
              draft.schemas()::resolve,
              encoding ->
                  set(b ->
                      new RequestBody(
                          b.contentType(),
                          b.required(),
                          b.description(),
                          b.schema(),
                          b.example(),
                          encoding))));
    }
  }

  private void example(@Nullable JsonNode example) {
    set(b -> b.withExample(example));
  }

  private void look(Way chosen) {
    way = chosen;
    show();
  }

  /** Another kind of body: what it was as that kind before, else with the fields of this one. */
  private void become(BodyKind kind) {
    RequestBody now = body;
    if (now == null) {
      return;
    }
    before.put(BodyKind.of(now.contentType()), now);
    RequestBody known = before.get(kind);
    RequestBody next =
        known == null
            ? now.withContentType(kind.contentType)
                .withExample(kind.hasFields() && kind != BodyKind.XML ? now.example() : null)
            : known;
    way = next.schema() == null && kind == BodyKind.JSON ? Way.EXAMPLE : Way.FIELDS;
    set(b -> next);
    show();
  }

  private void addBody() {
    way = Way.EXAMPLE;
    body = new RequestBody(RequestBody.JSON, true, null, null);
    onChange.accept(body);
    show();
  }

  private void dropBody() {
    RequestBody dropped = body;
    body = null;
    onChange.accept(null);
    show();
    Toasts.undo(
        "Body deleted",
        () -> {
          body = dropped;
          onChange.accept(dropped);
          show();
        });
  }

  private void infer() {
    JsonNode example = body == null ? null : body.example();
    if (example != null) {
      way = Way.FIELDS;
      set(b -> b.withSchema(SchemaInference.infer(example)));
      show();
    }
  }

  private void set(UnaryOperator<RequestBody> change) {
    RequestBody now = body;
    if (now != null) {
      body = change.apply(now);
      onChange.accept(body);
    }
  }
}
