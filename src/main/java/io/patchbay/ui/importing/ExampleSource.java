package io.patchbay.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Verb;
import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.importing.ByExample;
import io.patchbay.importing.ImportRequest;
import io.patchbay.importing.ImportResult;
import io.patchbay.importing.ImportService;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Map;

/** One request and its answer, from which inputs and schemas are inferred. */
final class ExampleSource extends Div implements SourceForm {

  /** What an example is called where a source has a name. */
  static final String NAME = "example";

  private static final int OK = 200;

  private final Select<Verb> verb = new Select<>();
  private final TextField url = new TextField("Address");
  private final TextArea headers = new TextArea("Request headers");
  private final CodeEditor body = CodeEditor.document(CodeEditor.Mode.JSON);
  private final IntegerField status = new IntegerField("Status");
  private final CodeEditor answer = CodeEditor.document(CodeEditor.Mode.JSON);
  private transient volatile ByExample.Sample sample = ByExample.Sample.of("GET", "");

  ExampleSource() {
    addClassName("pb-form");
    verb.setLabel("Verb");
    verb.setItems(Verb.values());
    verb.setValue(Verb.GET);
    verb.setWidth("112px");
    Look.testId("example-verb", verb);
    url.addClassNames("pb-mono-field", "pb-grow");
    url.setPlaceholder("https://crm.example.com/v3/contacts/c_42?expand=notes");
    url.setHelperText(
        "Write {contactId} in place of what differs from call to call; numbers are found by"
            + " themselves.");
    Look.testId("example-url", url);
    headers.addClassName("pb-mono-field");
    headers.setPlaceholder("Accept: application/json\nX-Tenant: north");
    headers.setHelperText("One a line. Tokens and keys go into a credential, never into the API.");
    headers.setWidthFull();
    headers.setMinRows(2);
    Look.testId("example-headers", headers);
    status.setValue(OK);
    status.setMin(100);
    status.setMax(599);
    status.setWidth("96px");
    body.setAriaName("Request body");
    body.addClassName("pb-import-body");
    Look.testId("example-body", body);
    answer.setAriaName("Response body");
    answer.addClassName("pb-import-body");
    Look.testId("example-answer", answer);
    add(
        Look.div("pb-row pb-row-start", verb, url),
        headers,
        Look.div("pb-col", Look.span("pb-label", "Request body"), body),
        Look.div(
            "pb-row pb-row-end",
            status,
            Look.div("pb-col pb-grow", Look.span("pb-label", "Response body"), answer)));
  }

  @Override
  public Component body() {
    return this;
  }

  @Override
  public ImportRequest request() {
    String address = url.getValue().strip();
    if (!address.startsWith("http://") && !address.startsWith("https://")) {
      throw new InvalidException(
          "url", "Give the whole address of the example, with https:// and what follows it.");
    }
    sample =
        new ByExample.Sample(
            null,
            verb.getValue().name(),
            address,
            HeaderLines.read(headers.getValue()),
            body.getValue(),
            status.getValue(),
            Map.of(),
            answer.getValue());
    return ImportRequest.ofFile(NAME, new byte[0]);
  }

  @Override
  public ImportResult read(ImportService imports, Access access, ImportRequest request) {
    return imports.readExamples(access, List.of(sample));
  }
}
