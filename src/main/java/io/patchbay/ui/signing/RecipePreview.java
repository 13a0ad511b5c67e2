package io.patchbay.ui.signing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.dom.Element;
import io.patchbay.http.SignaturePreview;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;

/** What a recipe makes of an example request: the text that is signed, and what is added. */
final class RecipePreview extends Div {

  RecipePreview() {
    addClassName("pb-sign-preview");
    getElement().setAttribute("aria-live", "polite");
    Look.testId("sign-preview", this);
  }

  void show(SignaturePreview preview) {
    removeAll();
    String problem = preview.problem();
    String text = preview.text();
    if (problem != null || text == null) {
      add(
          Look.div(
              "pb-band warning",
              Icons.TRIANGLE_ALERT.create("pb-i14"),
              Look.span("", problem == null ? "" : problem)));
      return;
    }
    var signed = new Pre(text);
    signed.addClassName("pb-code");
    var lines = Look.div("pb-code pb-sent-lines");
    preview.sent().forEach(line -> lines.add(line(line)));
    add(
        new Block(
            "With an example request and the key \"example key\"",
            Look.div(
                "pb-block-body pb-form",
                Look.div("pb-field-top", Look.span("pb-strong", "Text that is signed")),
                signed,
                Look.div("pb-field-top", Look.span("pb-strong", "Added to the request")),
                lines)));
  }

  private static Div line(SignaturePreview.Sent sent) {
    var isQuery = sent.place().equals("query");
    var line = Look.div("", Look.span("pb-k", isQuery ? "?" + sent.name() : sent.name()));
    line.getElement()
        .appendChild(Element.createText(isQuery ? "=" + sent.value() : ": " + sent.value()));
    return line;
  }
}
