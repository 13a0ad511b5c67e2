package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.flow.NoteStep;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A sticky text on the canvas. */
@Component
@Order(13)
class NoteForm implements StepForm<NoteStep> {

  @Override
  public Class<NoteStep> type() {
    return NoteStep.class;
  }

  @Override
  public String kind() {
    return "note";
  }

  @Override
  public String title() {
    return "Note";
  }

  @Override
  public Icons icon() {
    return Icons.STICKY_NOTE;
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public NoteStep create(String id) {
    return new NoteStep(id, null, "Note");
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<NoteStep> editor) {
    tabs.tab(
        "Note",
        () -> {
          var text = new TextArea();
          String now = editor.step().text();
          text.setValue(now == null ? "" : now);
          text.setWidthFull();
          text.setMinRows(6);
          text.setAriaLabel("Text of the note");
          text.setReadOnly(editor.readOnly());
          text.setValueChangeMode(ValueChangeMode.LAZY);
          text.addValueChangeListener(event -> {
            if (event.isFromClient()) {
              editor.change("text", step -> new NoteStep(step.id(), step.name(), event.getValue()));
            }
          });
          return Look.div("pb-dz-input", text);
        });
  }
}
