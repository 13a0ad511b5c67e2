package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A schema as a tree of fields, with its JSON beside it where there is room, else behind a switch.
 * Both show each change of the other.
 */
final class SchemaEditor extends Div {

  private static final Map<Boolean, String> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put(true, "Fields");
    WAYS.put(false, "JSON");
  }

  private final transient Consumer<@Nullable JsonNode> onChange;
  private final SchemaFieldsView fields;
  private final JsonField json;
  private final Segments<Boolean> ways;

  /**
   * An editor.
   *
   * @param what what the schema is of, for example {@code body}
   */
  SchemaEditor(
      String what,
      @Nullable JsonNode schema,
      ApiDraft draft,
      Consumer<@Nullable JsonNode> onChange) {
    this.onChange = onChange;
    addClassName("pb-schema");
    fields = new SchemaFieldsView(what, schema, draft, this::fieldsChanged);
    json = new JsonField("Schema of " + what + " as JSON", schema, this::jsonChanged);
    json.addClassName("pb-schema-json");
    json.setEnabled(draft.mayEdit());
    ways = new Segments<>("Schema as", WAYS, true, asFields -> setClassName("json", !asFields));
    ways.addClassName("pb-schema-ways");
    add(Look.div("pb-schema-both", fields, json));
  }

  /** The switch between fields and JSON, to be put into a heading; hidden where both are shown. */
  Segments<Boolean> ways() {
    return ways;
  }

  /** Shows another schema. */
  void show(@Nullable JsonNode schema) {
    fields.show(schema);
    json.show(schema);
  }

  private void fieldsChanged(JsonNode schema) {
    json.show(schema);
    onChange.accept(schema);
  }

  private void jsonChanged(@Nullable JsonNode schema) {
    fields.show(schema);
    onChange.accept(schema);
  }

  /** What is offered while there is no schema. */
  static Div nothing(Runnable onDescribe) {
    return Look.div(
        "pb-hint pb-row",
        Look.span("", "Nothing is said about it yet."),
        Look.testId("describe", Buttons.link("Describe its fields", onDescribe)));
  }

  /** An object without fields. */
  static JsonNode emptyObject() {
    var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.putObject("properties");
    return schema;
  }
}
