package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Customization;
import io.patchbay.ui.shell.Look;

/** The form of a key that makes calls safe to repeat. */
final class IdempotencyForm {

  private IdempotencyForm() {}

  static Component of(Edited<Customization.IdempotencyKey> edited) {
    var context = edited.fields();
    var header = new TextField();
    header.setValue(edited.now().header());
    header.setAriaLabel("Header");
    header.setReadOnly(context.readOnly());
    header.addClassName("pb-mono-field");
    header.setWidthFull();
    header.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        edited.change(
            "header",
            key -> new Customization.IdempotencyKey(key.name(), event.getValue(), key.value()));
        header.setValue(edited.now().header());
      }
    });
    Look.testId("cz-header", header);
    return FormParts.form(
        FormParts.field(context, "Header", "header", header),
        FormParts.text(
            context,
            "Key",
            "value",
            "A key of Patchbay's own making",
            () -> edited.now().value(),
            value ->
                edited.change(
                    "value",
                    key -> new Customization.IdempotencyKey(key.name(), key.header(), value))),
        FormParts.hint(
            "The key stays the same over all attempts of a call. Use it only with an API that"
                + " looks at it: then calls are retried whatever their verb."));
  }
}
