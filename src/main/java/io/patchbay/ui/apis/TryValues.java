package io.patchbay.ui.apis;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.ui.shell.CodeEditor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Makes the field that fits a schema: a choice, a number, lines, JSON, a file. */
final class TryValues {

  private TryValues() {}

  /**
   * The field for a value.
   *
   * @param name what a screen reader calls it
   * @param schema absent for text
   * @param hint what is shown while it is empty
   */
  static TryValue of(
      String name,
      @Nullable JsonNode schema,
      String hint,
      Function<String, @Nullable JsonNode> references) {
    JsonNode inner = resolved(schema, references);
    if (inner == null) {
      return text(name, SchemaType.TEXT, hint);
    }
    SchemaType type = SchemaType.of(inner);
    if (type.hasValues() && inner.path("enum").isArray()) {
      return choice(name, type, inner.path("enum"), hint);
    }
    return switch (type) {
      case BOOLEAN -> choice(name, type, Json.MAPPER.readTree("[true,false]"), hint);
      case TEXT, WHOLE, NUMBER -> text(name, type, hint);
      case DATE -> text(name, type, hint.isEmpty() ? "2026-01-31" : hint);
      case DATE_TIME -> text(name, type, hint.isEmpty() ? "2026-01-31T12:00:00Z" : hint);
      case FILE -> new TryFile(name, true);
      case LIST -> list(name, resolved(inner.path("items"), references), hint);
      case OBJECT, MAP, CHOICE, ALL_OF, NAMED -> json(name);
      case ANY -> text(name, SchemaType.ANY, hint);
    };
  }

  /** The schema without references and without what only says that it may be null. */
  static @Nullable JsonNode resolved(
      @Nullable JsonNode schema, Function<String, @Nullable JsonNode> references) {
    JsonNode at = schema;
    for (int i = 0; at != null && i < 8; i++) {
      at = SchemaPaths.at(at, Nulls.inner(at));
      if (!at.has("$ref")) {
        return at;
      }
      at = references.apply(at.path("$ref").asString(""));
    }
    return at;
  }

  /** A field for JSON of any shape. */
  static TryValue json(String name) {
    var editor = CodeEditor.document(CodeEditor.Mode.JSON);
    editor.setAriaName(name);
    return new TryValue() {
      @Override
      public Component component() {
        return editor;
      }

      @Override
      public @Nullable Object value() {
        if (editor.getValue().isBlank()) {
          return Expression.ABSENT;
        }
        try {
          return Json.toValue(Json.MAPPER.readTree(editor.getValue()));
        } catch (JacksonException e) {
          throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
      }

      @Override
      public void show(@Nullable Object value) {
        editor.setValue(Expression.ABSENT.equals(value) ? "" : Json.writePretty(value));
      }

      @Override
      public void mark(@Nullable String error) {
        editor.setError(error);
      }
    };
  }

  /** A field for many lines of text. */
  static TryValue document(String name) {
    var editor = CodeEditor.document(CodeEditor.Mode.TEXT);
    editor.setAriaName(name);
    return new TryValue() {
      @Override
      public Component component() {
        return editor;
      }

      @Override
      public Object value() {
        return editor.getValue().isEmpty() ? Expression.ABSENT : editor.getValue();
      }

      @Override
      public void show(@Nullable Object value) {
        editor.setValue(shown(value));
      }

      @Override
      public void mark(@Nullable String error) {
        editor.setError(error);
      }
    };
  }

  private static TryValue text(String name, SchemaType type, String hint) {
    var field = new TextField();
    field.addClassName("pb-mono-field");
    field.setPlaceholder(hint);
    return new OfField<>(field, name) {
      @Override
      @Nullable Object read(String text) {
        if (text.isBlank()) {
          return Expression.ABSENT;
        }
        Object read = plain(type, text.strip());
        if (type.isNumber() && !(read instanceof Number)) {
          throw new IllegalArgumentException(
              type == SchemaType.WHOLE ? "This is no whole number." : "This is no number.");
        }
        return read;
      }

      @Override
      String written(@Nullable Object value) {
        return shown(value);
      }
    };
  }

  private static TryValue choice(String name, SchemaType type, JsonNode values, String hint) {
    var field = new Select<String>();
    var items = new ArrayList<String>();
    values.forEach(one -> items.add(SchemaTypes.text(one)));
    field.setItems(new LinkedHashSet<>(items));
    field.setEmptySelectionAllowed(true);
    field.setPlaceholder(hint.isEmpty() ? "not sent" : hint);
    field.setEmptySelectionCaption(hint.isEmpty() ? "not sent" : hint);
    return new OfField<>(field, name) {
      @Override
      @Nullable Object read(@Nullable String chosen) {
        return chosen == null || chosen.isEmpty() ? Expression.ABSENT : plain(type, chosen);
      }

      @Override
      @Nullable String written(@Nullable Object value) {
        String text = shown(value);
        return items.contains(text) ? text : null;
      }
    };
  }

  private static TryValue list(String name, @Nullable JsonNode element, String hint) {
    SchemaType type = element == null ? SchemaType.TEXT : SchemaType.of(element);
    if (element != null && type.hasValues() && element.path("enum").isArray()) {
      return choices(name, type, element.path("enum"), hint);
    }
    return switch (type) {
      case TEXT, WHOLE, NUMBER, DATE, DATE_TIME -> lines(name, type, hint);
      case BOOLEAN, FILE, LIST, OBJECT, MAP, NAMED, CHOICE, ALL_OF, ANY -> json(name);
    };
  }

  private static TryValue choices(String name, SchemaType type, JsonNode values, String hint) {
    var field = new MultiSelectComboBox<String>();
    var items = new LinkedHashSet<String>();
    values.forEach(one -> items.add(SchemaTypes.text(one)));
    field.setItems(items);
    field.setPlaceholder(hint.isEmpty() ? "not sent" : hint);
    return new OfField<>(field, name) {
      @Override
      Object read(Set<String> chosen) {
        return chosen.isEmpty()
            ? Expression.ABSENT
            : chosen.stream().<@Nullable Object>map(one -> plain(type, one)).toList();
      }

      @Override
      Set<String> written(@Nullable Object value) {
        var chosen = new LinkedHashSet<String>();
        if (value instanceof List<?> list) {
          list.stream().map(TryValues::shown).filter(items::contains).forEach(chosen::add);
        }
        return chosen;
      }
    };
  }

  private static TryValue lines(String name, SchemaType type, String hint) {
    var field = new TextArea();
    field.addClassName("pb-mono-field");
    field.setPlaceholder(hint.isEmpty() ? "One value in a line" : hint);
    field.setMaxRows(6);
    return new OfField<>(field, name) {
      @Override
      Object read(String text) {
        List<@Nullable Object> values = new ArrayList<>();
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .forEach(line -> values.add(plain(type, line)));
        return values.isEmpty() ? Expression.ABSENT : values;
      }

      @Override
      String written(@Nullable Object value) {
        return value instanceof List<?> list
            ? String.join("\n", list.stream().map(TryValues::shown).toList())
            : shown(value);
      }
    };
  }

  /** What people wrote as a plain value of that type, where it can be one. */
  private static @Nullable Object plain(SchemaType type, String text) {
    JsonNode value =
        SchemaTypes.value(type == SchemaType.ANY ? SchemaTypes.STRING : type.json, text);
    return value == null ? Expression.ABSENT : Json.toValue(value);
  }

  /** A plain value as people write it. */
  private static String shown(@Nullable Object value) {
    return Expression.ABSENT.equals(value) ? "" : SchemaTypes.text(Json.toTree(value));
  }

  /** A value in a field of the page. */
  private abstract static class OfField<
          F extends AbstractField<?, V> & HasValidationProperties & HasStyle, V>
      implements TryValue {

    private final F field;

    OfField(F field, String name) {
      this.field = field;
      field.getElement().setProperty("accessibleName", name);
      field.addClassName("pb-full-field");
    }

    abstract @Nullable Object read(V written);

    abstract @Nullable V written(@Nullable Object value);

    @Override
    public Component component() {
      return field;
    }

    @Override
    public @Nullable Object value() {
      return read(field.getValue());
    }

    @Override
    public void show(@Nullable Object value) {
      V written = written(value);
      if (written == null) {
        field.clear();
      } else {
        field.setValue(written);
      }
    }

    @Override
    public void mark(@Nullable String error) {
      field.setErrorMessage(error == null ? "" : error);
      field.setInvalid(error != null);
    }
  }
}
