package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.credential.CertificateService;
import io.patchbay.credential.CertificateUse;
import io.patchbay.credential.CertificateView;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chooses a client certificate of the workspace. */
final class CertificatePicker extends Div {

  CertificatePicker(
      CertificateService certificates,
      Visit visit,
      @Nullable String now,
      Consumer<@Nullable String> onChoice) {
    addClassName("pb-form");
    List<CertificateView> all =
        certificates.list(visit.access(), null).stream()
            .filter(view -> view.use() == CertificateUse.CLIENT)
            .toList();
    var field = new Select<CertificateView>();
    field.setLabel("Certificate");
    field.setItems(all);
    field.setItemLabelGenerator(CertificateView::name);
    field.setPlaceholder(all.isEmpty() ? "None yet, upload one" : "Choose a certificate");
    field.setWidthFull();
    Look.testId("auth-certificate", field);
    var current = all.stream().filter(view -> view.name().equals(now)).findFirst();
    current.ifPresent(field::setValue);
    field.addValueChangeListener(event -> onChoice.accept(event.getValue().name()));
    add(field);
    current.ifPresent(view -> add(about(view)));
    if (now != null && current.isEmpty()) {
      add(
          Look.div(
              "pb-band error",
              Icons.TRIANGLE_ALERT.create("pb-i14"),
              Look.span(
                  "",
                  "There is no client certificate '%s' here. Calls fail until there is."
                      .formatted(now))));
    }
    add(
        Look.link(
            visit.path("credentials") + "?tab=certificates",
            new Span("Certificates of the workspace")));
  }

  private static Div about(CertificateView view) {
    var days = view.daysLeft();
    var ends =
        days < 0
            ? "It is over since %d days; calls fail.".formatted(-days)
            : "It is good for %d more days.".formatted(days);
    return Look.div(
        "pb-hint",
        Look.span(
            view.expiryLevel() == null ? "" : "pb-warning-text",
            "%s. %s".formatted(view.subject(), ends)));
  }
}
