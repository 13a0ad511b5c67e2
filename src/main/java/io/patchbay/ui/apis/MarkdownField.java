package io.patchbay.ui.apis;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.textfield.TextArea;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;

/** A long text in Markdown: shown as it reads, edited as it is written. */
final class MarkdownField extends Div {

  /** Longer texts are cut for reading; they can be edited in full. */
  private static final int MOST_SHOWN = 20_000;

  private final String label;
  private final transient Consumer<String> onChange;
  private String text;

  MarkdownField(String label, String text, Consumer<String> onChange) {
    this.label = label;
    this.text = text;
    this.onChange = onChange;
    addClassName("pb-markdown-field");
    show(false);
  }

  private void show(boolean editing) {
    removeAll();
    Button turn = Buttons.link(editing ? "Done" : "Edit", () -> show(!editing));
    Look.testId(editing ? "markdown-done" : "markdown-edit", turn);
    add(Look.section(label, turn));
    if (editing) {
      var field = new TextArea();
      field.setAriaLabel(label);
      field.setWidthFull();
      field.setMinRows(4);
      field.setMaxRows(18);
      field.setHelperText("Markdown");
      field.setValue(text);
      field.addValueChangeListener(event -> {
        text = event.getValue();
        onChange.accept(text);
      });
      add(field);
      field.focus();
    } else if (text.isBlank()) {
      add(Look.div("pb-hint", new Span("None yet.")));
    } else {
      var markdown =
          new Markdown(text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + " …" : text);
      markdown.addClassName("pb-markdown");
      add(markdown);
    }
  }
}
