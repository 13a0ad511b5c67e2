package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access.Role;
import io.patchbay.credential.CertificateUse;
import io.patchbay.credential.CertificateUser;
import io.patchbay.credential.CertificateView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.ListBody;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All certificates with a search; the chosen one is shown beside the list. */
final class CertificatesTab extends Div implements CredentialsTab {

  private static final long DAYS_OF_A_FULL_BAR = 365;

  private final transient Visit visit;
  private final transient CredentialServices services;
  private final transient Consumer<@Nullable Component> onDetail;
  private final transient Runnable onAdd;
  private final transient Runnable onChanged;
  private final SearchField search =
      new SearchField("Search name, subject or issuer", q -> load(null));
  private final Grid<CertificateView> grid =
      Grids.choosing("Certificates", this::choose, this::choose);
  private final ListBody<CertificateView> list =
      new ListBody<>(grid, this::nothingYet, CertificatesTab::nothingFound);

  CertificatesTab(
      Visit visit,
      CredentialServices services,
      Consumer<@Nullable Component> onDetail,
      Runnable onAdd,
      Runnable onChanged) {
    this.visit = visit;
    this.services = services;
    this.onDetail = onDetail;
    this.onAdd = onAdd;
    this.onChanged = onChanged;
    addClassName("pb-page");
    columns();
    add(Look.div("pb-filters pb-filters-top", search), list);
  }

  private void columns() {
    Grids.column(grid, "Certificate", CertificatesTab::name).setFlexGrow(3).setWidth("190px");
    Grids.column(
            grid,
            "Use",
            c -> Look.span("pb-text-2", c.use() == CertificateUse.CLIENT ? "client" : "authority"))
        .setWidth("84px")
        .setFlexGrow(0);
    Grids.column(
            grid,
            "Issuer",
            c ->
                Look.title(
                    c.issuer(),
                    Look.span("pb-ellipsis pb-text-2", DistinguishedName.commonName(c.issuer()))))
        .setFlexGrow(2)
        .setWidth("120px");
    Grids.column(grid, "State", Expiry::badge).setWidth("124px").setFlexGrow(0);
    Grids.column(grid, "Time left", this::timeLeft).setFlexGrow(2).setWidth("170px");
    Grids.column(grid, "Used by", CertificatesTab::users).setFlexGrow(1).setWidth("100px");
  }

  private static Component name(CertificateView c) {
    return Look.div(
        "pb-row",
        Look.line(
            "pb-certificate-icon " + Expiry.tone(c),
            (c.use() == CertificateUse.AUTHORITY
                    ? Icons.BADGE_CHECK
                    : c.expiryLevel() == null ? Icons.SHIELD_CHECK : Icons.SHIELD_ALERT)
                .create()),
        Look.two(
            Look.span("pb-strong", c.name()),
            new Span("%s, %s".formatted(DistinguishedName.commonName(c.subject()), c.keyType()))));
  }

  private Component timeLeft(CertificateView c) {
    var fill = new Span();
    fill.getStyle().set("width", Math.clamp(100 * c.daysLeft() / DAYS_OF_A_FULL_BAR, 0, 100) + "%");
    var meter = Look.div("pb-meter pb-grow " + Expiry.tone(c), fill);
    meter.getElement().setAttribute("aria-hidden", "true");
    return Look.title(
        "Until " + services.times().full(c.notAfter()),
        Look.div(
            "pb-row pb-time-left",
            meter,
            Look.span("pb-num pb-small pb-days " + Expiry.tone(c), Expiry.words(c.daysLeft()))));
  }

  private static Component users(CertificateView c) {
    String text = c.usedBy().stream().map(CertificateUser::name).collect(Collectors.joining(", "));
    return text.isEmpty()
        ? Look.span("pb-text-3", "nothing yet")
        : Look.title(text, Look.span("pb-ellipsis", text));
  }

  @Override
  public void show(@Nullable String selected) {
    load(selected);
  }

  private void load(@Nullable String selected) {
    String q = search.getValue().strip();
    List<CertificateView> found =
        services.certificates().list(visit.access(), q.isEmpty() ? null : q);
    long soon = found.stream().filter(c -> c.expiryLevel() != null).count();
    list.show(
        found,
        q,
        found.size() == 1 ? "1 certificate" : found.size() + " certificates",
        soon == 0 ? "" : soon == 1 ? "1 expires soon" : soon + " expire soon");
    onDetail.accept(null);
    found.stream().filter(c -> c.name().equals(selected)).findFirst().ifPresent(grid::select);
  }

  private void choose(@Nullable CertificateView certificate) {
    onDetail.accept(
        certificate == null
            ? null
            : new CertificateDetail(
                visit,
                services,
                certificate,
                changed -> {
                  load(changed);
                  onChanged.run();
                },
                grid::deselectAll));
  }

  private Component nothingYet() {
    return new EmptyState(
        "No certificates yet",
        "A client certificate proves to a server who calls (mTLS); an authority makes calls trust"
            + " servers whose certificates it signed. Keys are stored encrypted and never leave"
            + " the server.",
        visit.needs(Role.EDITOR, Buttons.neutral("Add certificate", Icons.UPLOAD, onAdd)));
  }

  private static Component nothingFound(String q) {
    return new EmptyState(
        "No certificate has '%s' in its name, subject or issuer".formatted(q), "Search for less.");
  }
}
