package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.MethodParts;
import io.patchbay.api.Policies;
import io.patchbay.ui.shell.Look;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What else there is to a method: its name, words for people, tags, patience. */
final class MethodSettings extends Div {

  MethodSettings(
      ApiDraft draft,
      Supplier<ApiMethod> method,
      Consumer<Consumer<MethodParts>> change,
      Consumer<String> rename,
      boolean used) {
    addClassNames("pb-method-part");
    ApiMethod now = method.get();
    var name = new TextField("Name");
    name.addClassName("pb-mono-field");
    name.setWidthFull();
    name.setValue(now.name());
    name.setReadOnly(used);
    name.setHelperText(
        used
            ? "Flows call it by this name, so it stays."
            : "Flows refer to the method by this name.");
    name.addValueChangeListener(event -> rename.accept(event.getValue().strip()));
    var description = new TextArea("Description");
    description.setWidthFull();
    description.setMinRows(3);
    description.setMaxRows(10);
    description.setValue(Texts.orEmpty(now.description()));
    description.addValueChangeListener(
        event -> change.accept(form -> form.description = Texts.orNull(event.getValue())));
    var tags = new TextField("Tags");
    tags.setWidthFull();
    tags.setPlaceholder("Contacts");
    tags.setHelperText("Separated by commas; the list at the left groups by the first one.");
    tags.setValue(String.join(", ", now.tags()));
    tags.addValueChangeListener(event ->
        change.accept(form ->
            form.tags =
                Arrays.stream(event.getValue().split(","))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .toList()));
    var deprecated = new Checkbox("Deprecated: new flows should not use it", now.deprecated());
    deprecated.addValueChangeListener(
        event -> change.accept(form -> form.deprecated = event.getValue()));
    add(
        Look.div("pb-form pb-form-narrow", name, description, tags, deprecated),
        Look.section("Connection"),
        Look.div("pb-form pb-form-narrow", baseUrl(draft, now, change), auth(draft, now, change)),
        Look.section("Policies"),
        new PoliciesEditor(
            now.policies(),
            below(draft),
            policies -> change.accept(form -> form.policies = policies)));
  }

  /** What holds for a method that says nothing. */
  private static Policies below(ApiDraft draft) {
    var api = draft.api().policies();
    return api == null ? Policies.DEFAULTS : api;
  }

  private static Component baseUrl(
      ApiDraft draft, ApiMethod now, Consumer<Consumer<MethodParts>> change) {
    var field = new TextField("Base URL of its own");
    field.addClassName("pb-mono-field");
    field.setWidthFull();
    field.setPlaceholder(draft.api().baseUrl());
    field.setHelperText("For a method that lives on another server than the API.");
    field.setValue(Texts.orEmpty(now.baseUrl()));
    field.addValueChangeListener(
        event -> change.accept(form -> form.baseUrl = Texts.orNull(event.getValue())));
    return field;
  }

  /** Which of the API's schemes fit is kept as it came; what is edited is whether any is used. */
  private static Component auth(
      ApiDraft draft, ApiMethod now, Consumer<Consumer<MethodParts>> change) {
    var without = new Checkbox("Call it without authentication", now.isWithoutAuth());
    var before = now.isWithoutAuth() ? null : now.security();
    without.addValueChangeListener(
        event -> change.accept(form -> form.security = event.getValue() ? List.of() : before));
    Look.testId("without-auth", without);
    var all = Look.div("pb-col", without);
    if (before != null && !draft.api().securitySchemes().isEmpty()) {
      String schemes =
          before.stream()
              .map(one -> one.isEmpty() ? "nothing" : String.join(" with ", one.keySet()))
              .distinct()
              .collect(Collectors.joining(", or "));
      all.add(Look.span("pb-small pb-text-3", "Its description asks for " + schemes + "."));
    }
    return all;
  }
}
