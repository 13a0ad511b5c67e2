package io.patchbay.ui.flows;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.common.ConflictException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Slug;
import io.patchbay.flow.FlowService;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.UiErrorHandler;
import io.patchbay.ui.shell.Visit;

/** Makes a flow with one webhook and opens it in the designer. */
public final class NewFlowDialog extends Dialog {

  /** 96 bits: nobody guesses an address. */
  static final int PATH_BYTES = 12;

  private static final long MUST_BE_NEW = 0;

  private final transient Visit visit;
  private final transient FlowService flows;
  private final transient Ids ids;
  private final TextField name = new TextField("Name");
  private final Span slug = Look.span("pb-mono", slugOf(""));

  public NewFlowDialog(Visit visit, FlowService flows, Ids ids) {
    this.visit = visit;
    this.flows = flows;
    this.ids = ids;
    addClassName("pb-dialog");
    setHeaderTitle("New flow");
    setWidth("440px");
    name.setWidthFull();
    name.setAutofocus(true);
    name.setRequiredIndicatorVisible(true);
    name.setPlaceholder("Issue to CRM");
    name.setValueChangeMode(ValueChangeMode.EAGER);
    name.addValueChangeListener(event -> {
      name.setInvalid(false);
      slug.setText(slugOf(event.getValue()));
    });
    Look.testId("flow-name", name);
    var create = Buttons.primary("Create flow", null, this::create);
    create.addClickShortcut(Key.ENTER);
    Look.testId("create-flow", create);
    add(
        Look.div(
            "pb-form",
            name,
            Look.line("pb-small pb-text-3", new Span("Named "), slug, new Span(" in addresses."))));
    getFooter().add(Buttons.neutral("Cancel", null, this::close), create);
  }

  private void create() {
    String title = name.getValue().strip();
    if (title.isEmpty()) {
      refuse("Give the flow a name.");
      return;
    }
    String newSlug = slugOf(title);
    try {
      flows.putDraft(
          visit.access(),
          newSlug,
          FlowSeeds.withWebhook(title, ids.token(PATH_BYTES)),
          MUST_BE_NEW);
    } catch (InvalidException e) {
      refuse(UiErrorHandler.sentences(e));
      return;
    } catch (ConflictException e) {
      refuse(String.valueOf(e.getMessage()));
      return;
    }
    getUI().ifPresent(ui -> ui.navigate(visit.path("flows", newSlug)));
    close();
  }

  private void refuse(String why) {
    name.setErrorMessage(why);
    name.setInvalid(true);
    name.focus();
  }

  private static String slugOf(String text) {
    return Slug.of(text, "flow");
  }
}
