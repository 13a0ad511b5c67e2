package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.ApiParts;
import io.patchbay.api.Policies;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;

/** Where an API is and how calls of it are made. */
final class OverviewPage extends Div {

  private final transient ApiDraft draft;

  OverviewPage(ApiDraft draft) {
    this.draft = draft;
    addClassName("pb-scroll");
    var page = Look.div("pb-tab-page pb-form-narrow");
    page.add(
        fields(),
        new HeadersEditor(
            "Sent with each call of each method.",
            draft.api().headers(),
            headers -> change(form -> form.headers = headers)),
        Look.section("Patience"),
        new PoliciesEditor(
            draft.api().policies(),
            Policies.DEFAULTS,
            policies -> change(form -> form.policies = policies)));
    add(page);
    setEnabled(draft.mayEdit());
  }

  private Div fields() {
    var name = new TextField("Name");
    name.setWidthFull();
    name.setValue(draft.api().name());
    name.addValueChangeListener(event -> change(form -> form.name = event.getValue().strip()));
    var slug = new TextField("Name in flows and addresses");
    slug.setWidthFull();
    slug.addClassName("pb-mono-field");
    slug.setValue(draft.ref());
    slug.setReadOnly(true);
    slug.setHelperText("Stays as it is for good: flows refer to it.");
    var baseUrl = new TextField("Base URL");
    baseUrl.setWidthFull();
    baseUrl.addClassName("pb-mono-field");
    baseUrl.setValue(draft.api().baseUrl());
    baseUrl.setHelperText(
        "On another server, the credential is not sent before it is bound to that one.");
    baseUrl.addValueChangeListener(
        event -> change(form -> form.baseUrl = event.getValue().strip()));
    Look.testId("connection-base-url", baseUrl);
    var version = new TextField("Version");
    version.setWidth("160px");
    version.setValue(Texts.orEmpty(draft.api().version()));
    version.addValueChangeListener(
        event -> change(form -> form.version = Texts.orNull(event.getValue())));
    var description = new TextArea("Description");
    description.setWidthFull();
    description.setMinRows(3);
    description.setMaxRows(10);
    description.setValue(Texts.orEmpty(draft.api().description()));
    description.addValueChangeListener(
        event -> change(form -> form.description = Texts.orNull(event.getValue())));
    return Look.div("pb-form", name, slug, baseUrl, version, description);
  }

  private void change(Consumer<ApiParts> filling) {
    draft.change(api -> api.with(filling));
  }
}
