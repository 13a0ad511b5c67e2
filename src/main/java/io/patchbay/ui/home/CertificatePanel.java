package io.patchbay.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.patchbay.credential.CertificateService;
import io.patchbay.credential.CertificateUser;
import io.patchbay.credential.CertificateView;
import io.patchbay.ui.credentials.Expiry;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Certificates that end within 30 days, the most urgent first. */
@Component
class CertificatePanel {

  private static final int MOST = 6;

  private final CertificateService certificates;
  private final Times times;

  CertificatePanel(CertificateService certificates, Times times) {
    this.certificates = certificates;
    this.times = times;
  }

  /** The panel, if there is anything to warn of. */
  Optional<Div> expiring(Visit visit) {
    List<CertificateView> ending = certificates.expiring(visit.access());
    if (ending.isEmpty()) {
      return Optional.empty();
    }
    var panel =
        Look.div(
            "",
            Look.section(
                "Certificates that expire",
                Look.link(visit.path("credentials") + "?tab=certificates", "All certificates")));
    ending.stream().limit(MOST).map(c -> row(visit, c)).forEach(panel::add);
    if (ending.size() > MOST) {
      panel.add(Look.span("pb-text-3 pb-small", "%d more".formatted(ending.size() - MOST)));
    }
    return Optional.of(Look.testId("expiring-certificates", panel));
  }

  private Anchor row(Visit visit, CertificateView certificate) {
    String users =
        certificate.usedBy().stream().map(CertificateUser::name).collect(Collectors.joining(", "));
    var row =
        Look.link(
            Expiry.path(visit, certificate),
            Expiry.badge(certificate),
            Look.span("pb-strong pb-ellipsis pb-home-name", certificate.name()),
            Look.span(
                "pb-text-2 pb-ellipsis pb-grow",
                users.isEmpty() ? "nothing uses it" : "used by " + users),
            Look.title(
                times.full(certificate.notAfter()),
                Look.span(
                    "pb-small pb-num pb-days pb-home-time " + Expiry.tone(certificate),
                    Expiry.words(certificate.daysLeft()))));
    row.addClassNames("pb-home-row", "pb-home-certificate");
    return row;
  }
}
