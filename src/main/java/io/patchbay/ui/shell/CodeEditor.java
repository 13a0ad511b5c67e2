package io.patchbay.ui.shell;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A field for code: an expression on one line that grows to six, or a document of many lines. The
 * value arrives when typing pauses, and at the latest when the field is left.
 */
@Tag("code-editor")
@JsModule("./code-editor/code-editor.ts")
public final class CodeEditor extends AbstractSinglePropertyField<CodeEditor, String>
    implements HasSize, HasStyle, Focusable<CodeEditor> {

  /** The language of a field. */
  public enum Mode {
    JSON,
    JSONATA,
    TEXT
  }

  /**
   * Something that may be written here.
   *
   * @param label a whole path such as {@code steps.getIssue.body.title}, offered part by part, or a
   *     function name
   * @param detail its type or a few words
   * @param type {@code property}, {@code function} or null
   */
  public record Completion(String label, @Nullable String detail, @Nullable String type) {

    public Completion(String label, String detail) {
      this(label, detail, null);
    }
  }

  /** A field of one growing line. */
  public CodeEditor(Mode mode) {
    super("value", "", false);
    getElement().setProperty("mode", mode.name().toLowerCase(Locale.ROOT));
    setWidthFull();
  }

  /** A field for a document: many lines, line numbers, folding, Tab indents. */
  public static CodeEditor document(Mode mode) {
    var editor = new CodeEditor(mode);
    editor.getElement().setProperty("multiline", true);
    return editor;
  }

  /** What a screen reader calls the field. */
  public void setAriaName(String label) {
    getElement().setProperty("label", label);
  }

  /** Shown while the field is empty. */
  public void setPlaceholder(String placeholder) {
    getElement().setProperty("placeholder", placeholder);
  }

  /** What is offered while typing; replaces what was set before. */
  public void setCompletions(List<Completion> completions) {
    var items = JsonNodeFactory.instance.arrayNode();
    for (var completion : completions) {
      items
          .addObject()
          .put("label", completion.label())
          .put("detail", completion.detail())
          .put("type", completion.type());
    }
    getElement().setPropertyJson("items", items);
  }

  /** Marks the whole value as wrong; null when nothing is. */
  public void setError(@Nullable String message) {
    setError(message, null);
  }

  /** Marks the value from this character on as wrong. */
  public void setError(@Nullable String message, @Nullable Integer position) {
    if (message == null) {
      getElement().setPropertyJson("error", JsonNodeFactory.instance.nullNode());
    } else {
      var error = JsonNodeFactory.instance.objectNode();
      error.put("text", message).put("position", position);
      getElement().setPropertyJson("error", error);
    }
  }

  /** Writes text at the caret. */
  public void insert(String text) {
    getElement().callJsFunction("insert", text);
  }
}
