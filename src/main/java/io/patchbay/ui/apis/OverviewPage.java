package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.ApiParts;
import io.patchbay.api.Policies;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;

/** What an API is, where it is and how calls of it are made. */
final class OverviewPage extends Div {

  private final transient ApiDraft draft;
  private final Div address = Look.div("");

  OverviewPage(ApiDraft draft) {
    this.draft = draft;
    addClassName("pb-scroll");
    var main = Look.div("pb-overview-main");
    main.add(
        Look.div("pb-form", name()),
        new MarkdownField(
            "Description",
            Texts.orEmpty(draft.api().description()),
            text -> change(form -> form.description = Texts.orNull(text))),
        Look.section("Address"),
        address,
        new HeadersEditor(
            "Sent with each call of each method.",
            draft.api().headers(),
            headers -> change(form -> form.headers = headers)),
        Look.section("Policies"),
        new PoliciesEditor(
            draft.api().policies(),
            Policies.DEFAULTS,
            policies -> change(form -> form.policies = policies)));
    showAddress();
    main.setEnabled(draft.mayEdit());
    add(Look.div("pb-overview", main, new ApiFacts(draft)));
  }

  private Div name() {
    var name = new TextField("Name");
    name.setValue(draft.api().name());
    name.addClassName("pb-grow");
    name.addValueChangeListener(event -> change(form -> form.name = event.getValue().strip()));
    Look.testId("overview-name", name);
    var version = new TextField("Version");
    version.setWidth("120px");
    version.setValue(Texts.orEmpty(draft.api().version()));
    version.setTooltipText(
        "What its owner calls it; published versions have numbers of their own.");
    version.addValueChangeListener(
        event -> change(form -> form.version = Texts.orNull(event.getValue())));
    return Look.div("pb-row pb-row-end", name, version);
  }

  private void showAddress() {
    address.removeAll();
    var baseUrl = new TextField("Base URL");
    baseUrl.setWidthFull();
    baseUrl.addClassName("pb-mono-field");
    baseUrl.setValue(draft.api().baseUrl());
    baseUrl.setHelperText(
        "On another server, the credential is not sent before it is bound to that one. {name} is"
            + " replaced by the variable of that name.");
    baseUrl.addValueChangeListener(event -> {
      change(form -> form.baseUrl = event.getValue().strip());
      showAddress();
    });
    Look.testId("connection-base-url", baseUrl);
    address.add(
        Look.div("pb-form", baseUrl),
        new VariablesEditor(draft, variables -> change(form -> form.variables = variables)),
        new ServerChoice(draft, this::showAddress));
  }

  private void change(Consumer<ApiParts> filling) {
    draft.change(api -> api.with(filling));
  }
}
