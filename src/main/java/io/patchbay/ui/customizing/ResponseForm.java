package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.Customization;
import io.patchbay.ui.shell.Look;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** The form of a customization of the answer: when it applies, and what it makes of it. */
final class ResponseForm extends Div {

  private final Edited<Customization.Response> edited;

  ResponseForm(Edited<Customization.Response> edited) {
    this.edited = edited;
    addClassName("pb-cz-form");
    var context = edited.fields();
    add(
        FormParts.expression(
            context,
            "When",
            "when",
            "response.status = 404",
            () -> edited.now().when(),
            when -> change("when", when, now().status(), now().body(), now().fail())),
        FormParts.hint("Always, when it is left empty."),
        FormParts.text(
            context,
            "Status",
            "status",
            "200, or = for an expression",
            () -> text(now().status()),
            status -> change("status", now().when(), status(status), now().body(), now().fail())),
        Look.div(
            "pb-cz-field",
            Look.div("pb-field-top", Look.span("pb-strong", "Headers")),
            PairForms.answer(edited)),
        new DocumentValue(
            "Body",
            "body",
            "any",
            false,
            context,
            () -> now().body(),
            body -> change("body", now().when(), now().status(), body, now().fail())),
        FormParts.text(
            context,
            "Fail with",
            "fail",
            "A message, or = for an expression",
            () -> now().fail(),
            fail -> change("fail", now().when(), now().status(), now().body(), fail)),
        FormParts.hint("The call fails with this message, whatever the status."));
  }

  static Component of(Edited<Customization.Response> edited) {
    return new ResponseForm(edited);
  }

  private Customization.Response now() {
    return edited.now();
  }

  private void change(
      String field,
      @Nullable String when,
      @Nullable JsonNode status,
      @Nullable JsonNode body,
      @Nullable String fail) {
    edited.change(
        field,
        now ->
            new Customization.Response(
                now.name(), when, status, now.set(), now.remove(), body, fail));
  }

  private static @Nullable String text(@Nullable JsonNode status) {
    if (status == null) {
      return null;
    }
    return status.isString() ? status.stringValue() : status.toString();
  }

  private static @Nullable JsonNode status(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return IntNode.valueOf(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return StringNode.valueOf(text);
    }
  }
}
