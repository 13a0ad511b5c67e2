package io.patchbay.ui.customizing;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.CredentialView;
import io.patchbay.ui.credentials.CredentialDialog;
import io.patchbay.ui.credentials.CredentialKind;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses a credential of the workspace, or makes a new one. */
final class CredentialSelect extends Div {

  private final CredentialService credentials;
  private final Visit visit;
  private final CredentialKind kindOfNew;
  private final Predicate<CredentialView> fits;
  private final Consumer<@Nullable CredentialView> onChoice;
  private final ComboBox<CredentialView> field = new ComboBox<>();
  private final Div missing = Look.div("pb-error-text");

  CredentialSelect(
      CredentialService credentials,
      Visit visit,
      boolean readOnly,
      CredentialKind kindOfNew,
      Predicate<CredentialView> fits,
      @Nullable String chosen,
      Consumer<@Nullable CredentialView> onChoice) {
    this.credentials = credentials;
    this.visit = visit;
    this.kindOfNew = kindOfNew;
    this.fits = fits;
    this.onChoice = onChoice;
    addClassName("pb-cz-choice");
    field.setAriaLabel("Credential");
    field.setWidthFull();
    field.setReadOnly(readOnly);
    field.setClearButtonVisible(true);
    field.setItemLabelGenerator(CredentialView::name);
    field.setRenderer(new ComponentRenderer<>(CredentialSelect::item));
    Look.testId("cz-credential", field);
    show(chosen);
    field.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        missing.setVisible(false);
        onChoice.accept(event.getValue());
      }
    });
    add(field);
    if (!readOnly) {
      add(Look.testId("cz-new-credential", Buttons.link("New credential", this::openNew)));
    }
    add(missing);
  }

  private void show(@Nullable String chosen) {
    List<CredentialView> all =
        credentials.list(visit.access(), null).stream().filter(fits).toList();
    field.setItems(all);
    field.setPlaceholder(all.isEmpty() ? "None yet, make one" : "Choose a credential");
    Optional<CredentialView> now =
        all.stream().filter(view -> view.name().equals(chosen)).findFirst();
    now.ifPresent(field::setValue);
    missing.setVisible(chosen != null && now.isEmpty());
    missing.setText("There is no credential '%s' here that fits.".formatted(chosen));
  }

  private void openNew() {
    CredentialDialog.create(
            credentials,
            visit,
            kindOfNew,
            made -> {
              show(made.name());
              if (fits.test(made)) {
                onChoice.accept(made);
              }
            })
        .open();
  }

  private static Div item(CredentialView view) {
    return Look.two(
        new Span(view.name()), new Span(CredentialKind.of(view.settings().kind()).title()));
  }
}
