package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.common.Access.Role;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.CredentialView;
import io.patchbay.http.OAuthTokenService;
import io.patchbay.http.OAuthTokenView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.PageHead;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The credentials of a workspace and how their tokens do. */
@Route(":workspace/credentials")
@PageTitle("Credentials · Patchbay")
@PermitAll
class CredentialsView extends Div implements BeforeEnterObserver {

  private final transient CredentialService credentials;
  private final transient OAuthTokenService tokens;
  private final transient Visits visits;
  private final transient Times times;
  private final transient CredentialUses uses;
  private final Div content = Look.div("pb-list-body");
  private final Span count = Look.span("pb-tab-count", "");
  private final Tab list = new Tab(new Span("Credentials"), count);
  private final Tab health = new Tab("Health");
  private final Tabs tabs = new Tabs(list, health);
  private transient @Nullable Visit visit;

  CredentialsView(
      CredentialService credentials,
      OAuthTokenService tokens,
      Visits visits,
      Times times,
      CredentialUses uses) {
    this.credentials = credentials;
    this.tokens = tokens;
    this.visits = visits;
    this.times = times;
    this.uses = uses;
    addClassName("pb-page");
    tabs.addClassName("pb-page-tabs");
    tabs.addSelectedChangeListener(event -> show());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit now = visits.of(event);
    visit = now;
    removeAll();
    var create =
        Buttons.key(Buttons.primary("Add credential", Icons.PLUS, () -> openNew(now)), "n", "");
    add(
        new PageHead("Credentials", now.needs(Role.EDITOR, Look.testId("add-credential", create))),
        tabs,
        content);
    boolean anyTokens = !tokens.list(now.access()).isEmpty();
    tabs.setSelectedTab(anyTokens ? health : list);
    show();
  }

  private void show() {
    Visit now = visit;
    if (now == null) {
      return;
    }
    List<CredentialView> all = credentials.list(now.access(), null);
    List<OAuthTokenView> cached = tokens.list(now.access());
    count.setText(String.valueOf(all.size()));
    content.removeAll();
    Component page =
        health.equals(tabs.getSelectedTab())
            ? new HealthTab(now, tokens, credentials, times, all, cached, this::show)
            : new CredentialList(now, credentials, times, uses, this::show);
    content.add(page);
  }

  private void openNew(Visit now) {
    CredentialDialog.create(
            credentials,
            now,
            CredentialKind.OAUTH2,
            saved -> {
              tabs.setSelectedTab(list);
              show();
            })
        .open();
  }
}
