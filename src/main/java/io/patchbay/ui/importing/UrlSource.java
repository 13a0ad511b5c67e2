package io.patchbay.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.common.InvalidException;
import io.patchbay.importing.ImportRequest;
import io.patchbay.ui.shell.Look;

/** The address of a description. */
final class UrlSource extends Div implements SourceForm {

  private final TextField url = new TextField("Address");
  private final Checkbox others = new Checkbox("Fetch referenced documents too");

  UrlSource() {
    addClassName("pb-form");
    url.setWidthFull();
    url.addClassName("pb-mono-field");
    url.setPlaceholder("https://petstore3.swagger.io/api/v3/openapi.json");
    url.setHelperText(
        "The server fetches it, so it must be reachable from there. An address that is imported"
            + " can be watched for changes.");
    Look.testId("import-url", url);
    others.setHelperText("Only where the description refers to other addresses.");
    add(url, others);
  }

  @Override
  public Component body() {
    return this;
  }

  @Override
  public ImportRequest request() {
    String address = url.getValue().strip();
    if (!address.startsWith("http://") && !address.startsWith("https://")) {
      throw new InvalidException("url", "Give an address that starts with https:// or http://.");
    }
    return ImportRequest.ofUrl(address, others.getValue());
  }
}
