package io.patchbay.ui.credentials;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.patchbay.common.Access.Role;
import io.patchbay.credential.CertificateView;
import io.patchbay.credential.CredentialView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.PageHead;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The credentials of a workspace, the tokens they got and the certificates, each in a tab. */
@Route(":workspace/credentials")
@PageTitle("Credentials · Patchbay")
@PermitAll
@StyleSheet("context://assets/theme/credentials.css")
class CredentialsView extends MasterDetailLayout implements BeforeEnterObserver {

  private final transient CredentialServices services;
  private final transient Visits visits;
  private final Map<String, Tab> tabs = new LinkedHashMap<>();
  private final Map<String, Span> counts = new LinkedHashMap<>();
  private final Tabs strip = new Tabs();
  private final Div content = Look.div("pb-list-body");
  private transient @Nullable Visit visit;

  CredentialsView(CredentialServices services, Visits visits) {
    this.services = services;
    this.visits = visits;
    addClassName("pb-page-split");
    setSizeFull();
    setDetailSize("400px");
    setExpandMaster(true);
    setAnimationEnabled(false);
    strip.addClassName("pb-page-tabs");
    tab(CredentialsTab.CREDENTIALS, "Credentials");
    tab(CredentialsTab.TOKENS, "Tokens");
    tab(CredentialsTab.CERTIFICATES, "Certificates");
    strip.addSelectedChangeListener(event -> {
      if (event.isFromClient()) {
        tabs.forEach((id, tab) -> {
          if (tab.equals(event.getSelectedTab())) {
            goTo(id);
          }
        });
      }
    });
  }

  private void tab(String id, String title) {
    var count = Look.span("pb-tab-count", "");
    var tab = new Tab(new Span(title), count);
    Look.testId("tab-" + id, tab);
    tabs.put(id, tab);
    counts.put(id, count);
    strip.add(tab);
  }

  private void goTo(String id) {
    Visit now = visit;
    if (now != null) {
      getUI().ifPresent(ui -> ui.navigate(now.path("credentials"), QueryParameters.of("tab", id)));
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit now = visits.of(event);
    visit = now;
    QueryParameters query = event.getLocation().getQueryParameters();
    String wanted = query.getSingleParameter("tab").orElse(CredentialsTab.CREDENTIALS);
    String id = tabs.containsKey(wanted) ? wanted : CredentialsTab.CREDENTIALS;
    setMaster(Look.div("pb-page", head(now, id), strip, content));
    setDetail(null);
    strip.setSelectedTab(tabs.get(id));
    show(now, id, query.getSingleParameter("name").orElse(null));
  }

  private PageHead head(Visit now, String id) {
    boolean isCertificates = id.equals(CredentialsTab.CERTIFICATES);
    Button credential = button("Add credential", Icons.PLUS, !isCertificates, this::addCredential);
    Button certificate =
        button("Add certificate", Icons.UPLOAD, isCertificates, this::addCertificate);
    return new PageHead(
        "Credentials",
        now.needs(
            Role.EDITOR,
            Look.testId(
                isCertificates ? "add-credential" : "add-certificate",
                isCertificates ? credential : certificate)),
        now.needs(
            Role.EDITOR,
            Look.testId(
                isCertificates ? "add-certificate" : "add-credential",
                isCertificates ? certificate : credential)));
  }

  private static Button button(String text, Icons icon, boolean isFirst, Runnable action) {
    return isFirst
        ? Buttons.key(Buttons.primary(text, icon, action), "n", "")
        : Buttons.neutral(text, icon, action);
  }

  private void show(Visit now, String id, @Nullable String selected) {
    count(now);
    Runnable onChanged = () -> count(now);
    var page =
        switch (id) {
          case CredentialsTab.TOKENS -> new TokensTab(now, services, onChanged);
          case CredentialsTab.CERTIFICATES ->
              new CertificatesTab(now, services, this::setDetail, this::addCertificate, onChanged);
          default ->
              new CredentialList(now, services, this::setDetail, this::addCredential, onChanged);
        };
    content.removeAll();
    content.add(page);
    ((CredentialsTab) page).show(selected);
  }

  private void count(Visit now) {
    var access = now.access();
    set(CredentialsTab.CREDENTIALS, services.credentials().list(access, null).size());
    set(CredentialsTab.TOKENS, services.tokens().list(access).size());
    set(CredentialsTab.CERTIFICATES, services.certificates().list(access, null).size());
  }

  private void set(String id, int number) {
    Span count = counts.get(id);
    if (count != null) {
      count.setText(String.valueOf(number));
    }
  }

  private void addCredential() {
    Visit now = visit;
    if (now != null) {
      CredentialDialog.create(
              services.credentials(), now, CredentialKind.OAUTH2, saved -> saved(now, saved))
          .open();
    }
  }

  private void saved(Visit now, CredentialView saved) {
    getUI()
        .ifPresent(
            ui -> ui.navigate(CredentialsTab.path(now, CredentialsTab.CREDENTIALS, saved.name())));
  }

  private void addCertificate() {
    Visit now = visit;
    if (now != null) {
      CertificateDialog.create(services, now, saved -> saved(now, saved)).open();
    }
  }

  private void saved(Visit now, CertificateView saved) {
    getUI()
        .ifPresent(
            ui -> ui.navigate(CredentialsTab.path(now, CredentialsTab.CERTIFICATES, saved.name())));
  }
}
