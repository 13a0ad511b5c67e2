package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.credential.CertificateEntry;
import io.patchbay.credential.CertificateUse;
import io.patchbay.credential.CertificateView;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What there is to see of a certificate: warnings, facts, its chain. Never a key. */
final class CertificateFacts extends Div {

  private static final int DEEPEST = 8;

  private final transient Times times;

  CertificateFacts(CertificateView certificate, Times times) {
    this.times = times;
    addClassName("pb-certificate-facts");
    certificate.warnings().forEach(warning -> add(warning(warning)));
    var facts = Look.div("pb-kv");
    fact(facts, "Subject", Look.span("pb-break", certificate.subject()));
    fact(facts, "Issuer", Look.span("pb-break", certificate.issuer()));
    fact(facts, "Use", new Span(use(certificate)));
    fact(facts, "Holds", period(certificate.notBefore(), certificate.notAfter()));
    fact(facts, "Key", new Span(certificate.keyType()));
    fact(facts, "Serial", copied(certificate.serial(), "Serial number"));
    fact(facts, "SHA-256", copied(colons(certificate.sha256()), "Fingerprint"));
    fact(facts, "Pin", copied(certificate.pin(), "Pin"));
    add(facts);
    add(Look.section(certificate.use() == CertificateUse.CLIENT ? "Chain" : "Authorities"));
    add(chain(certificate.chain(), certificate.use() == CertificateUse.CLIENT));
  }

  private static String use(CertificateView certificate) {
    return certificate.use() == CertificateUse.CLIENT
        ? "Client certificate, with its private key"
        : "Authority to trust";
  }

  static Div warning(String sentence) {
    return Look.div("pb-band warning", Icons.TRIANGLE_ALERT.create("pb-i14"), new Span(sentence));
  }

  private static void fact(Div facts, String name, Component value) {
    facts.add(new Span(name), value);
  }

  private Component period(Instant from, Instant until) {
    return Look.title(
        times.full(from) + " to " + times.full(until),
        new Span("%s to %s".formatted(times.date(from), times.date(until))));
  }

  private static Component copied(String text, String what) {
    return Look.div(
        "pb-copied", Look.span("pb-mono-s pb-break", text), CopyButton.icon(text, what));
  }

  /** As browsers and openssl write fingerprints. */
  static String colons(String hex) {
    return String.join(":", hex.toUpperCase(Locale.ROOT).split("(?<=\\G..)"));
  }

  /** Own certificate first: each hangs on the one that signed it, so the root stands on top. */
  private Component chain(List<CertificateEntry> chain, boolean isPath) {
    var tree = Look.div("pb-chain");
    tree.getElement().setAttribute("role", "list");
    List<CertificateEntry> inOrder = isPath ? chain.reversed() : chain;
    for (int i = 0; i < inOrder.size(); i++) {
      CertificateEntry entry = inOrder.get(i);
      var row =
          Look.div(
              "pb-chain-row",
              (entry.authority() ? Icons.BADGE_CHECK : Icons.SHIELD_CHECK).create("pb-i14"),
              Look.two(
                  Look.title(
                      entry.subject(),
                      Look.span(
                          "pb-strong pb-ellipsis", DistinguishedName.commonName(entry.subject()))),
                  Look.span(
                      "pb-num",
                      "%s, until %s".formatted(entry.keyType(), times.date(entry.notAfter())))));
      row.getElement().setAttribute("role", "listitem");
      row.getStyle().set("--depth", String.valueOf(isPath ? Math.min(i, DEEPEST) : 0));
      tree.add(row);
    }
    return tree;
  }
}
