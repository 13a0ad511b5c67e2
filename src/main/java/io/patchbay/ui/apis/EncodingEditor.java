package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.RequestBody;
import io.patchbay.api.RequestBody.Encoding;
import io.patchbay.ui.shell.Look;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How single fields of a form or of a multipart body are written. */
final class EncodingEditor extends Div {

  private final transient Map<String, Encoding> encoding;
  private final transient Consumer<Map<String, Encoding>> onChange;

  EncodingEditor(
      BodyKind kind,
      RequestBody body,
      Function<String, @Nullable JsonNode> references,
      Consumer<Map<String, Encoding>> onChange) {
    this.encoding = new LinkedHashMap<>(body.encoding());
    this.onChange = onChange;
    JsonNode schema = body.schema();
    JsonNode named =
        schema == null || !schema.has("$ref")
            ? schema
            : references.apply(schema.path("$ref").asString(""));
    var table = Look.div("pb-table pb-table-encoding");
    table.add(
        Look.span("pb-table-head", kind == BodyKind.FORM ? "Lists and objects" : "Part"),
        Look.span("pb-table-head", kind == BodyKind.FORM ? "Written" : "Content type"));
    if (named != null) {
      named
          .path("properties")
          .properties()
          .forEach(field -> {
            if (kind == BodyKind.MULTIPART) {
              part(table, field.getKey(), field.getValue());
            } else if (isNested(field.getValue())) {
              table.add(Look.span("pb-mono", field.getKey()));
              Encoding now = encoding.get(field.getKey());
              table.add(
                  new StyleSelect(
                      StyleSelect.FORM_FIELDS,
                      field.getKey(),
                      now == null ? null : now.style(),
                      now == null ? null : now.explode(),
                      (style, explode) ->
                          set(
                              field.getKey(),
                              new Encoding(contentType(field.getKey()), style, explode))));
            }
          });
    }
    boolean hasRows = table.getComponentCount() > 2;
    table.setVisible(hasRows);
    add(table);
  }

  private static boolean isNested(JsonNode schema) {
    SchemaType type = SchemaType.of(schema);
    return type == SchemaType.LIST || type == SchemaType.OBJECT || type == SchemaType.MAP;
  }

  private void part(Div table, String name, JsonNode schema) {
    var field = new TextField();
    field.addClassNames("pb-cell-field", "pb-mono-field");
    field.setAriaLabel("Content type of " + name);
    field.setPlaceholder(usual(schema));
    String type = contentType(name);
    field.setValue(type == null ? "" : type);
    field.addValueChangeListener(event -> {
      Encoding now = encoding.get(name);
      set(
          name,
          new Encoding(
              Texts.orNull(event.getValue()),
              now == null ? null : now.style(),
              now == null ? null : now.explode()));
    });
    table.add(Look.span("pb-mono", name), field);
  }

  /** OpenAPI 3.1, section 4.8.15: the media type of a part that says none. */
  private static String usual(JsonNode schema) {
    SchemaType type = SchemaType.of(schema);
    return switch (type) {
      case FILE -> "application/octet-stream";
      case LIST -> usual(schema.path("items"));
      case OBJECT, MAP, NAMED, CHOICE, ALL_OF -> RequestBody.JSON;
      case TEXT, WHOLE, NUMBER, BOOLEAN, DATE, DATE_TIME, ANY -> "text/plain";
    };
  }

  private @Nullable String contentType(String name) {
    Encoding now = encoding.get(name);
    return now == null ? null : now.contentType();
  }

  private void set(String name, Encoding changed) {
    if (changed.contentType() == null && changed.style() == null && changed.explode() == null) {
      encoding.remove(name);
    } else {
      encoding.put(name, changed);
    }
    onChange.accept(new LinkedHashMap<>(encoding));
  }
}
