package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import io.patchbay.api.Customization;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;

/** The form of a customization that sends another body. */
final class BodyForm {

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/x-www-form-urlencoded",
          "application/xml",
          "text/plain",
          "application/merge-patch+json",
          "application/json-patch+json");

  private BodyForm() {}

  static Component of(Edited<Customization.Body> edited) {
    var context = edited.fields();
    return FormParts.form(
        new DocumentValue(
            "Body",
            "value",
            "any",
            true,
            context,
            () -> edited.now().value(),
            value ->
                edited.change(
                    "value",
                    body -> new Customization.Body(body.name(), value, body.contentType()))),
        FormParts.field(context, "Content type", "contentType", type(edited)),
        FormParts.hint("request.body is what would be sent without this."));
  }

  private static Component type(Edited<Customization.Body> edited) {
    String now = edited.now().contentType();
    List<String> types = new ArrayList<>(TYPES);
    if (now != null && !types.contains(now)) {
      types.add(now);
    }
    var field = new ComboBox<String>();
    field.setItems(types);
    field.setAllowCustomValue(true);
    field.setClearButtonVisible(true);
    field.setPlaceholder("As the method has it");
    field.setAriaLabel("Content type");
    field.setReadOnly(edited.fields().readOnly());
    field.addClassName("pb-mono-field");
    field.setWidthFull();
    if (now != null) {
      field.setValue(now);
    }
    field.addCustomValueSetListener(event -> {
      String typed = event.getDetail().strip();
      types.add(typed);
      field.setItems(types);
      field.setValue(typed);
    });
    field.addValueChangeListener(event ->
        edited.change(
            "contentType",
            body -> new Customization.Body(body.name(), body.value(), event.getValue())));
    return Look.testId("cz-contentType", field);
  }
}
