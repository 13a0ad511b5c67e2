package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Asks before what cannot be undone: names what it touches, and the button repeats the verb. */
public final class Confirm extends Dialog {

  private final Button act;

  /**
   * Asks.
   *
   * @param question for example {@code Delete API 'CRM'?}
   * @param consequence what follows, one or two sentences
   * @param verb what the button says, for example {@code Delete API}
   */
  public Confirm(String question, String consequence, String verb, Runnable action) {
    addClassName("pb-dialog");
    setHeaderTitle(question);
    setWidth("440px");
    add(new Paragraph(consequence));
    act =
        Buttons.primary(
            verb,
            null,
            () -> {
              close();
              action.run();
            });
    act.addThemeVariants(ButtonVariant.ERROR);
    Look.testId("confirm", act);
    getFooter().add(Buttons.neutral("Keep", null, this::close), act);
  }

  /** Adds what it touches, below the consequence. */
  public Confirm with(Component... touched) {
    add(touched);
    return this;
  }

  /** Lets the button be pressed only once {@code word} was typed. */
  public Confirm typed(String word) {
    var field = new TextField("Type %s to confirm".formatted(word));
    field.setWidthFull();
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.addValueChangeListener(event -> act.setEnabled(event.getValue().equals(word)));
    act.setEnabled(false);
    add(field);
    return this;
  }
}
