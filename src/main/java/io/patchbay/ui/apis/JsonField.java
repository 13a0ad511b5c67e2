package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import io.patchbay.common.Json;
import io.patchbay.ui.shell.CodeEditor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A field for JSON: tells what was written as soon as it can be read. */
final class JsonField extends Div {

  private final CodeEditor editor = CodeEditor.document(CodeEditor.Mode.JSON);

  JsonField(String name, @Nullable JsonNode value, Consumer<@Nullable JsonNode> onChange) {
    addClassName("pb-json-field");
    editor.setAriaName(name);
    editor.setValue(value == null ? "" : Json.writePretty(value));
    editor.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        read(event.getValue(), onChange);
      }
    });
    add(editor);
  }

  private void read(String text, Consumer<@Nullable JsonNode> onChange) {
    try {
      JsonNode value = text.isBlank() ? null : Json.MAPPER.readTree(text);
      editor.setError(null);
      onChange.accept(value);
    } catch (JacksonException e) {
      var place = e.getLocation();
      editor.setError(
          e.getOriginalMessage(),
          place == null || place.getCharOffset() < 0 ? null : (int) place.getCharOffset());
    }
  }

  /** Shows another value. */
  void show(@Nullable JsonNode value) {
    editor.setError(null);
    editor.setValue(value == null ? "" : Json.writePretty(value));
  }
}
