package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.shell.CodeEditor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A field for a sample that is plain text or XML. */
final class TextSample extends Div {

  TextSample(String name, @Nullable JsonNode value, Consumer<@Nullable JsonNode> onChange) {
    addClassName("pb-json-field");
    var editor = CodeEditor.document(CodeEditor.Mode.TEXT);
    editor.setAriaName(name);
    editor.setValue(SchemaTypes.text(value));
    editor.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        onChange.accept(
            event.getValue().isEmpty()
                ? null
                : JsonNodeFactory.instance.stringNode(event.getValue()));
      }
    });
    add(editor);
  }
}
