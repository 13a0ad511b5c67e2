package io.patchbay.ui.apis;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.MethodParts;
import io.patchbay.api.Policies;
import io.patchbay.ui.shell.Look;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What else there is to a method: its name, words for people, tags, patience. */
final class MethodSettings extends Div {

  MethodSettings(
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
        Look.section("Patience"),
        new PoliciesEditor(
            now.policies(),
            Policies.DEFAULTS,
            policies -> change.accept(form -> form.policies = policies)));
  }
}
