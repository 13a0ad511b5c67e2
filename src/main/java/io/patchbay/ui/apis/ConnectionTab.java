package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import io.patchbay.http.DiagnoseService;

/** As whom and by which way calls of the API connect. */
@org.springframework.stereotype.Component
final class ConnectionTab implements ApiTab {

  private final EditorParts parts;
  private final DiagnoseService diagnoses;

  ConnectionTab(EditorParts parts, DiagnoseService diagnoses) {
    this.parts = parts;
    this.diagnoses = diagnoses;
  }

  @Override
  public String title() {
    return "Connection";
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public Component create(ApiDraft draft) {
    return new ConnectionPage(draft, parts, diagnoses);
  }
}
