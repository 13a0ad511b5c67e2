package io.patchbay.ui.home;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.account.AccountService;
import io.patchbay.account.CurrentUser;
import io.patchbay.account.WorkspaceService;
import io.patchbay.sample.SampleWorkspace;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Visit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Offers the sample workspace to whoever may make it, or leads to it. */
@Component
class SampleOffer {

  private final SampleWorkspace sample;
  private final WorkspaceService workspaces;
  private final AccountService accounts;
  private final CurrentUser currentUser;

  SampleOffer(
      SampleWorkspace sample,
      WorkspaceService workspaces,
      AccountService accounts,
      CurrentUser currentUser) {
    this.sample = sample;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.currentUser = currentUser;
  }

  /** The offer; none in the sample itself, or where somebody can neither make nor see it. */
  Optional<Div> card(Visit visit) {
    if (visit.workspace().equals(SampleWorkspace.SLUG)) {
      return Optional.empty();
    }
    boolean there =
        workspaces.list(currentUser.id()).stream()
            .anyMatch(workspace -> workspace.slug().equals(SampleWorkspace.SLUG));
    if (!there && !accounts.get(currentUser.id()).administrator()) {
      return Optional.empty();
    }
    var button =
        Buttons.neutral(
            there ? "Open the sample" : "Add the sample",
            null,
            () -> {
              if (!there) {
                sample.create(currentUser.id());
              }
              UI.getCurrent().navigate(SampleWorkspace.SLUG + "/home");
            });
    Look.testId("sample", button);
    return Optional.of(
        Look.div(
            "pb-card pb-row pb-sample",
            new Monogram("Orders", "orders", ""),
            Look.span("pb-strong", "Sample workspace"),
            new Span("An orders API inside this server, and two flows that run at once."),
            Look.line("pb-end", button)));
  }
}
