package io.patchbay.ui.importing;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.patchbay.credential.CredentialView;
import io.patchbay.importing.CredentialDraft;
import io.patchbay.ui.credentials.CredentialKind;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an API that was read authenticates, and with which credential. */
final class AuthForm extends Div {

  private final transient ApiReview review;
  private final transient Visit visit;
  private final transient ImportParts parts;
  private final Div credential = Look.div("pb-form");

  AuthForm(ApiReview review, Visit visit, ImportParts parts) {
    this.review = review;
    this.visit = visit;
    this.parts = parts;
    addClassName("pb-form");
    List<AuthOption> options = AuthOption.of(review.imported.api());
    AuthOption proposed = options.getFirst();
    if (options.size() > 1) {
      var choice = new Select<AuthOption>();
      choice.setLabel("Authentication");
      choice.setItems(options);
      choice.setItemLabelGenerator(AuthOption::label);
      choice.setValue(proposed);
      choice.setWidthFull();
      choice.addValueChangeListener(event -> choose(event.getValue()));
      Look.testId("import-auth", choice);
      add(choice);
    }
    add(credential);
    show(proposed);
  }

  private void choose(AuthOption option) {
    review.auth = option.auth();
    review.keepSecret = fits(option);
    show(option);
  }

  private boolean fits(AuthOption option) {
    CredentialDraft draft = review.imported.credential();
    return draft != null && option.kind().map(CredentialKind::kind).orElse("").equals(draft.kind());
  }

  private void show(AuthOption option) {
    credential.removeAll();
    option.kind().ifPresent(kind -> credential(option, kind));
    credential.setVisible(credential.getComponentCount() > 0);
  }

  private void credential(AuthOption option, CredentialKind kind) {
    var existing = new Select<String>();
    CredentialDraft draft = review.imported.credential();
    if (draft != null && fits(option)) {
      credential.add(keep(draft, existing));
    }
    List<String> names =
        parts.credentials().list(visit.access(), null).stream()
            .filter(c -> c.settings().kind().equals(kind.kind()))
            .map(CredentialView::name)
            .toList();
    existing.setLabel("Credential");
    existing.setItems(names);
    existing.setPlaceholder("Choose or create later");
    existing.setEmptySelectionAllowed(true);
    existing.setEmptySelectionCaption("Choose or create later");
    existing.setWidthFull();
    existing.setVisible(!review.keepSecret);
    if (names.isEmpty()) {
      existing.setEnabled(false);
      existing.setHelperText(
          "There is no %s credential yet; make one on the API's Auth tab.".formatted(kind.title()));
    }
    existing.addValueChangeListener(event -> use(event.getValue()));
    Look.testId("import-credential", existing);
    credential.add(existing);
  }

  private Checkbox keep(CredentialDraft draft, Select<String> instead) {
    var keep = new Checkbox("Keep the secret found in the source as '%s'".formatted(draft.name()));
    keep.setHelperText(
        "It goes into the vault, encrypted, and is never shown again. Otherwise it is dropped.");
    keep.setValue(review.keepSecret);
    keep.addValueChangeListener(event -> {
      review.keepSecret = event.getValue();
      instead.setVisible(!review.keepSecret);
      if (review.keepSecret) {
        instead.clear();
      }
    });
    Look.testId("keep-secret", keep);
    return keep;
  }

  private void use(@Nullable String name) {
    review.auth = review.auth.withCredential(name == null || name.isBlank() ? null : name);
  }
}
