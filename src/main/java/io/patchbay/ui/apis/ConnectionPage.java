package io.patchbay.ui.apis;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import io.patchbay.http.DiagnoseService;
import io.patchbay.ui.shell.Look;

/** TLS, proxy, and a look at what comes of them. */
@StyleSheet("context://assets/theme/connection.css")
final class ConnectionPage extends Div {

  ConnectionPage(ApiDraft draft, EditorParts parts, DiagnoseService diagnoses) {
    addClassName("pb-scroll");
    var tls = new TlsForm(draft, parts);
    var proxy = new ProxyForm(draft, parts);
    tls.setEnabled(draft.mayEdit());
    proxy.setEnabled(draft.mayEdit());
    add(
        Look.div(
            "pb-tab-page pb-form-narrow",
            Look.section("TLS"),
            tls,
            Look.section("Proxy"),
            proxy,
            new DiagnosePanel(draft, parts, diagnoses)));
  }
}
