package io.patchbay.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.common.InvalidException;
import io.patchbay.importing.Format;
import io.patchbay.importing.ImportRequest;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Look;

/** Text that is pasted. */
final class PasteSource extends Div implements SourceForm {

  private final CodeEditor text = CodeEditor.document(CodeEditor.Mode.TEXT);

  PasteSource() {
    addClassName("pb-form");
    text.setAriaName("Source");
    text.setPlaceholder(
        "curl -X POST https://api.example.com/v1/orders -H 'Content-Type: application/json' -d"
            + " '{\"item\": 42}'");
    text.addClassName("pb-import-paste");
    Look.testId("import-paste", text);
    add(
        Look.span("pb-label", "Text"),
        text,
        Look.span(
            "pb-small pb-text-3",
            "One cURL command or many, an OpenAPI description, a Postman collection, a HAR file:"
                + " which it is is found out."));
  }

  @Override
  public Component body() {
    return this;
  }

  @Override
  public ImportRequest request() {
    String content = text.getValue();
    if (content.isBlank()) {
      throw new InvalidException("content", "Paste the source first.");
    }
    return ImportRequest.ofContent(Format.AUTO, content);
  }
}
