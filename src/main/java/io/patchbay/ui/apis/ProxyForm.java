package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.Proxy;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.CredentialView;
import io.patchbay.ui.shell.Look;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proxy that connections go through. */
final class ProxyForm extends Div {

  /** Which proxy is meant. */
  private enum Choice {
    SERVER("The server's, if it has one"),
    NONE("None, connect directly"),
    OWN("One of its own");

    private final String title;

    Choice(String title) {
      this.title = title;
    }
  }

  private final transient ApiDraft draft;
  private final Select<Choice> choice = new Select<>();
  private final TextField address = new TextField("Address");
  private final Select<String> credential = new Select<>();
  private final TextField noProxy = new TextField("Not for these hosts");

  ProxyForm(ApiDraft draft, EditorParts parts) {
    this.draft = draft;
    addClassName("pb-form");
    var now = draft.api().proxy();
    choice.setAriaLabel("Proxy");
    choice.setItems(Choice.values());
    choice.setItemLabelGenerator(one -> one.title);
    choice.setValue(now == null ? Choice.SERVER : now.url().isEmpty() ? Choice.NONE : Choice.OWN);
    choice.setWidthFull();
    address.setPlaceholder("http://proxy.example.com:3128");
    address.setValue(now == null ? "" : now.url());
    address.setWidthFull();
    address.setHelperText(
        "The proxy looks up names itself, so it has to filter where calls may go as well.");
    var basics =
        parts.credentials().list(draft.visit().access(), null).stream()
            .filter(view -> view.settings() instanceof CredentialSettings.Basic)
            .map(CredentialView::name)
            .toList();
    credential.setLabel("Sign in at the proxy with");
    credential.setItems(basics);
    credential.setEmptySelectionAllowed(true);
    credential.setEmptySelectionCaption("Nothing");
    credential.setWidthFull();
    if (now != null && now.credential() != null && basics.contains(now.credential())) {
      credential.setValue(now.credential());
    }
    noProxy.setValue(now == null ? "" : String.join(", ", now.noProxy()));
    noProxy.setPlaceholder("localhost, .internal.example.com, 10.0.0.0/8");
    noProxy.setWidthFull();
    address.setValueChangeMode(ValueChangeMode.ON_BLUR);
    noProxy.setValueChangeMode(ValueChangeMode.ON_BLUR);
    add(
        Look.testId("proxy-choice", choice),
        Look.testId("proxy-address", address),
        Look.testId("proxy-credential", credential),
        Look.testId("proxy-none-for", noProxy));
    showFields();
    choice.addValueChangeListener(event -> {
      showFields();
      change();
    });
    address.addValueChangeListener(event -> change());
    credential.addValueChangeListener(event -> change());
    noProxy.addValueChangeListener(event -> change());
  }

  private void showFields() {
    var isOwn = choice.getValue() == Choice.OWN;
    address.setVisible(isOwn);
    credential.setVisible(isOwn);
    noProxy.setVisible(isOwn);
  }

  private void change() {
    var proxy = proxy();
    if (choice.getValue() == Choice.OWN && address.getValue().isBlank()) {
      return; // until there is an address
    }
    draft.change(api -> api.with(parts -> parts.proxy = proxy));
  }

  private @Nullable Proxy proxy() {
    return switch (choice.getValue()) {
      case SERVER -> null;
      case NONE -> new Proxy("", null, List.of());
      case OWN ->
          new Proxy(
              address.getValue(),
              credential.getValue(),
              Arrays.stream(noProxy.getValue().split("[,\\s]+"))
                  .filter(rule -> !rule.isEmpty())
                  .toList());
    };
  }
}
