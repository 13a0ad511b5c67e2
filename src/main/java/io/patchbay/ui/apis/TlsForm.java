package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.Tls;
import io.patchbay.common.Access.Role;
import io.patchbay.credential.Auth;
import io.patchbay.credential.CertificateUse;
import io.patchbay.credential.CertificateView;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How connections are secured: which certificate is shown, and who is trusted. */
final class TlsForm extends Div {

  private static final String USUAL_VERSION = "TLSv1.2";

  private final transient ApiDraft draft;

  TlsForm(ApiDraft draft, EditorParts parts) {
    this.draft = draft;
    addClassName("pb-form");
    var all = parts.certificates().list(draft.visit().access(), null);
    add(
        certificate(names(all, CertificateUse.CLIENT)),
        authorities(names(all, CertificateUse.AUTHORITY)),
        onlyThese(),
        pins(),
        version(),
        serverName(),
        trustAll());
  }

  private static List<String> names(List<CertificateView> all, CertificateUse use) {
    return all.stream().filter(view -> view.use() == use).map(CertificateView::name).toList();
  }

  private Component certificate(List<String> names) {
    if (draft.api().auth() instanceof Auth.ClientCertificate) {
      return Look.div(
          "pb-hint", Look.span("", "The client certificate is chosen under Auth, as its kind."));
    }
    var field = new Select<String>();
    field.setLabel("Client certificate");
    field.setEmptySelectionAllowed(true);
    field.setEmptySelectionCaption("None");
    field.setItems(withCurrent(names, Optional.ofNullable(tls().certificate()).stream().toList()));
    field.setValue(tls().certificate());
    field.setWidthFull();
    field.setHelperText("Shown to the server when it asks who calls.");
    field.addValueChangeListener(event -> change(tls -> tls.with(event.getValue())));
    return Look.testId("tls-certificate", field);
  }

  private Component authorities(List<String> names) {
    var field = new MultiSelectComboBox<String>("Trusted authorities");
    field.setItems(withCurrent(names, tls().authorities()));
    field.setItemLabelGenerator(name -> name);
    field.setValue(new LinkedHashSet<>(tls().authorities()));
    field.setWidthFull();
    field.setPlaceholder(names.isEmpty() ? "None yet, upload one under Certificates" : "");
    field.setHelperText("Besides those that everybody trusts.");
    field.addValueChangeListener(event -> authorities(event.getValue()));
    return Look.testId("tls-authorities", field);
  }

  private void authorities(Set<String> chosen) {
    change(t ->
        new Tls(
            t.certificate(),
            List.copyOf(chosen),
            t.onlyThese() && !chosen.isEmpty(),
            t.pins(),
            t.minVersion(),
            t.serverName(),
            t.trustAll()));
  }

  private Component onlyThese() {
    var box = new Checkbox("Trust nobody else", tls().onlyThese());
    box.addValueChangeListener(event ->
        change(t ->
            new Tls(
                t.certificate(),
                t.authorities(),
                event.getValue(),
                t.pins(),
                t.minVersion(),
                t.serverName(),
                t.trustAll())));
    return Look.testId("tls-only-these", box);
  }

  private Component pins() {
    var field = new TextArea("Pinned keys");
    field.setValue(String.join("\n", tls().pins()));
    field.setWidthFull();
    field.setHelperText(
        "One per line: SHA-256 of a public key in Base64. Diagnose shows those of the server.");
    field.setValueChangeMode(ValueChangeMode.ON_BLUR);
    field.addValueChangeListener(event -> {
      var pins =
          Arrays.stream(event.getValue().split("\\s+")).filter(pin -> !pin.isEmpty()).toList();
      change(t ->
          new Tls(
              t.certificate(),
              t.authorities(),
              t.onlyThese(),
              pins,
              t.minVersion(),
              t.serverName(),
              t.trustAll()));
    });
    return Look.testId("tls-pins", field);
  }

  private Component version() {
    var field = new Select<String>();
    field.setLabel("Oldest TLS version");
    field.setItems(USUAL_VERSION, "TLSv1.3");
    field.setItemLabelGenerator(version -> version.replace("TLSv", "TLS "));
    field.setValue(tls().minVersion() == null ? USUAL_VERSION : tls().minVersion());
    field.addValueChangeListener(event ->
        change(t ->
            new Tls(
                t.certificate(),
                t.authorities(),
                t.onlyThese(),
                t.pins(),
                event.getValue().equals(USUAL_VERSION) ? null : event.getValue(),
                t.serverName(),
                t.trustAll())));
    return Look.testId("tls-version", field);
  }

  private Component serverName() {
    var field = new TextField("Server name");
    field.setValue(Texts.orEmpty(tls().serverName()));
    field.setWidthFull();
    field.setPlaceholder("As in the address");
    field.setHelperText("Asked for (SNI) and looked for in the certificate in place of the host.");
    field.setValueChangeMode(ValueChangeMode.ON_BLUR);
    field.addValueChangeListener(event ->
        change(t ->
            new Tls(
                t.certificate(),
                t.authorities(),
                t.onlyThese(),
                t.pins(),
                t.minVersion(),
                Texts.orNull(event.getValue().strip()),
                t.trustAll())));
    return Look.testId("tls-server-name", field);
  }

  private Component trustAll() {
    var warning =
        Look.div(
            "pb-band error",
            Icons.SHIELD_ALERT.create("pb-i14"),
            Look.span(
                "",
                "Any server may pose as this API and read all that is sent to it. Use this to find a fault, not to work."));
    warning.setVisible(tls().trustAll());
    var box = new Checkbox("Do not check the server's certificate", tls().trustAll());
    box.addClassName("pb-danger-box");
    draft.visit().needs(Role.ADMIN, box);
    box.addValueChangeListener(event -> {
      warning.setVisible(event.getValue());
      change(t ->
          new Tls(
              t.certificate(),
              t.authorities(),
              t.onlyThese(),
              t.pins(),
              t.minVersion(),
              t.serverName(),
              event.getValue()));
    });
    return Look.div("pb-form", Look.testId("tls-trust-all", box), warning);
  }

  private static List<String> withCurrent(List<String> names, List<String> current) {
    var all = new ArrayList<>(names);
    current.stream().filter(name -> !all.contains(name)).forEach(all::add);
    return all;
  }

  private Tls tls() {
    return Optional.ofNullable(draft.api().tls()).orElse(Tls.USUAL);
  }

  private void change(UnaryOperator<Tls> change) {
    var changed = change.apply(tls());
    draft.change(api -> api.with(parts -> parts.tls = changed.equals(Tls.USUAL) ? null : changed));
  }
}
