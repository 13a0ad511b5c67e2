package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.ui.designer.preview.SchemaReader;
import io.patchbay.ui.shell.CodeEditor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/** The control for a literal that fits the type of an input. */
final class Literal {

  private static final int PAUSE_MS = 300;

  private Literal() {}

  /**
   * A control that shows {@code value} and tells what it becomes; an empty one tells null: absent.
   *
   * @param schema resolved, with its type
   */
  static Component control(
      JsonNode schema, @Nullable JsonNode value, Consumer<@Nullable JsonNode> onChange) {
    if (schema.path("enum").isArray()) {
      return choice(schema.get("enum"), value, onChange);
    }
    return switch (SchemaReader.type(schema)) {
      case "boolean" -> choice(Json.MAPPER.createArrayNode().add(true).add(false), value, onChange);
      case "integer", "number" -> number(value, onChange);
      case "array", "object" -> json(value, onChange);
      default -> text(value, onChange);
    };
  }

  /** The value as text in a field. */
  static String text(@Nullable JsonNode value) {
    if (value == null) {
      return "";
    }
    return value.isString() ? value.stringValue() : value.toString();
  }

  /** A literal from what an expression's source says, where it is one. */
  static @Nullable JsonNode of(String source, String type) {
    Optional<JsonNode> read = read(source);
    if (read.isPresent()) {
      return read.get();
    }
    return type.equals("string") || type.equals("any") ? StringNode.valueOf(source) : null;
  }

  static Optional<JsonNode> read(String json) {
    try {
      return json.isBlank() ? Optional.empty() : Optional.of(Json.MAPPER.readTree(json));
    } catch (tools.jackson.core.JacksonException e) {
      return Optional.empty();
    }
  }

  private static Component choice(
      JsonNode choices, @Nullable JsonNode value, Consumer<@Nullable JsonNode> onChange) {
    var select = new Select<JsonNode>();
    List<JsonNode> items = new ArrayList<>();
    choices.forEach(items::add);
    if (value != null && !items.contains(value)) {
      items.add(value);
    }
    select.setItems(items);
    select.setItemLabelGenerator(item -> item == null ? "" : text(item));
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption("Not sent");
    select.setValue(value);
    select.setWidthFull();
    select.addValueChangeListener(event -> tell(event, event.getValue(), onChange));
    return select;
  }

  private static Component text(@Nullable JsonNode value, Consumer<@Nullable JsonNode> onChange) {
    TextField field = field(text(value));
    field.addValueChangeListener(event ->
        tell(
            event,
            event.getValue().isEmpty() ? null : StringNode.valueOf(event.getValue()),
            onChange));
    return field;
  }

  private static Component number(@Nullable JsonNode value, Consumer<@Nullable JsonNode> onChange) {
    TextField field = field(text(value));
    field.getElement().setAttribute("inputmode", "decimal");
    field.addValueChangeListener(event -> {
      String text = event.getValue().strip();
      try {
        tell(event, text.isEmpty() ? null : numberNode(new BigDecimal(text)), onChange);
        field.setInvalid(false);
      } catch (NumberFormatException e) {
        // Kept as it was typed; the preview says that it is no number.
        field.setInvalid(true);
        tell(event, StringNode.valueOf(text), onChange);
      }
    });
    return field;
  }

  private static JsonNode numberNode(BigDecimal number) {
    return read(number.toPlainString()).orElseGet(() -> DecimalNode.valueOf(number));
  }

  private static Component json(@Nullable JsonNode value, Consumer<@Nullable JsonNode> onChange) {
    var editor = new CodeEditor(CodeEditor.Mode.JSON);
    editor.setValue(value == null ? "" : Json.writePretty(value));
    editor.addValueChangeListener(event -> {
      String text = event.getValue();
      try {
        JsonNode read = text.isBlank() ? null : Json.readDocument(text, JsonNode.class);
        editor.setError(null);
        tell(event, read, onChange);
      } catch (InvalidException e) {
        editor.setError(e.getMessage());
      }
    });
    return editor;
  }

  /** A text field that tells its value when typing pauses. */
  static TextField field(String value) {
    var field = new TextField();
    field.setValue(value);
    field.setWidthFull();
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MS);
    return field;
  }

  private static void tell(
      HasValue.ValueChangeEvent<?> event,
      @Nullable JsonNode value,
      Consumer<@Nullable JsonNode> onChange) {
    if (event.isFromClient()) {
      onChange.accept(value);
    }
  }
}
