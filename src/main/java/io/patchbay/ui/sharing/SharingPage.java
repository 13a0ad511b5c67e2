package io.patchbay.ui.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.ApiUse;
import io.patchbay.api.Share.Right;
import io.patchbay.api.Sharing;
import io.patchbay.common.Access.Role;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Toasts;
import java.util.List;

/** The workspaces that may use an API, each with its terms. */
@StyleSheet("context://assets/theme/importing.css")
final class SharingPage extends Div {

  private final transient ApiDraft draft;
  private final transient ShareParts parts;
  private final Div page = Look.div("pb-tab-page pb-sharing");

  SharingPage(ApiDraft draft, ShareParts parts) {
    this.draft = draft;
    this.parts = parts;
    addClassNames("pb-scroll", "pb-col");
    add(page);
    show();
  }

  private void show() {
    page.removeAll();
    List<Sharing> all = parts.shares().list(draft.visit().access(), draft.ref());
    if (all.isEmpty()) {
      page.add(
          new EmptyState(
              "Only this workspace uses it",
              "Share it, and another team drags its methods into their flows. Your credential goes"
                  + " along only if you say so, and nobody can read it.",
              shareButton()));
      return;
    }
    page.add(Look.section("Shared with", shareButton()));
    var rows = Look.div("pb-share-rows");
    for (String head : List.of("Workspace", "May", "Credential", "Flows", "Shared", "")) {
      rows.add(Look.span("pb-table-head", head));
    }
    all.forEach(sharing -> row(rows, sharing));
    page.add(rows);
  }

  private Button shareButton() {
    var share =
        Buttons.primary(
            "Share with a workspace",
            Icons.SHARE_2,
            () -> ShareDialog.add(draft, parts, this::changed).open());
    return draft.visit().needs(Role.EDITOR, Look.testId("share-add", share));
  }

  private void changed() {
    draft.reload();
  }

  private void row(Div rows, Sharing sharing) {
    var terms = sharing.terms();
    String limits = ShareWords.limits(terms);
    rows.add(
        Look.div(
            "pb-row",
            Monogram.avatar(sharing.workspaceName(), "s"),
            Look.testId(
                "shared-" + sharing.workspace(),
                Look.two(
                    Look.span("pb-strong", sharing.workspaceName()),
                    new Span(sharing.workspace())))),
        Look.title(
            terms.methods().isEmpty() ? limits : String.join(", ", terms.methods()),
            Look.two(new Span(terms.right() == Right.EDIT ? "edit" : "use"), new Span(limits))),
        credential(sharing),
        Look.span("pb-num", sharing.flows() == 0 ? "none" : String.valueOf(sharing.flows())),
        Look.title(
            parts.times().full(sharing.sharedAt()),
            Look.two(
                new Span(parts.times().ago(sharing.sharedAt())), new Span(sharing.sharedBy()))),
        actions(sharing));
  }

  private Component credential(Sharing sharing) {
    if (sharing.ownCredential()) {
      return Look.title(
          "They chose a credential of their own.", Look.line("", Badges.tag("", "their own")));
    }
    return sharing.terms().withCredential()
        ? Look.title(
            "Their calls use this workspace's credential; nobody there can read it.",
            Look.line("", Badges.tag("accent", "goes along")))
        : Look.title(
            "They have to choose a credential of their own before a call can succeed.",
            Look.line("", Badges.tag("line", "not along")));
  }

  private Component actions(Sharing sharing) {
    var change =
        Buttons.icon(
            Icons.PENCIL,
            "Change the terms for " + sharing.workspaceName(),
            () -> ShareDialog.change(draft, parts, sharing, this::changed).open());
    var revoke =
        Buttons.icon(
            Icons.UNLINK,
            "Stop sharing with " + sharing.workspaceName(),
            () -> askToRevoke(sharing));
    Look.testId("share-change-" + sharing.workspace(), change);
    Look.testId("share-revoke-" + sharing.workspace(), revoke);
    return Look.line(
        "pb-row pb-gap-s",
        draft.visit().needs(Role.EDITOR, change),
        draft.visit().needs(Role.EDITOR, revoke));
  }

  private void askToRevoke(Sharing sharing) {
    List<ApiUse> stopping =
        parts.shares().stopping(draft.visit().access(), draft.ref(), sharing.workspace(), null);
    var confirm =
        new Confirm(
            "Stop sharing with '%s'?".formatted(sharing.workspaceName()),
            stopping.isEmpty()
                ? "None of their flows calls it."
                : "It is called by %s of theirs. These steps fail from their next call on:"
                    .formatted(StoppingSteps.flows(stopping)),
            "Stop sharing",
            () -> {
              parts.shares().revoke(draft.visit().access(), draft.ref(), sharing.workspace());
              Toasts.undo(
                  "No longer shared with '%s'".formatted(sharing.workspaceName()),
                  () -> {
                    parts
                        .shares()
                        .put(
                            draft.visit().access(),
                            draft.ref(),
                            sharing.workspace(),
                            sharing.terms());
                    changed();
                  });
              changed();
            });
    if (!stopping.isEmpty()) {
      confirm.with(new StoppingSteps(stopping));
    }
    confirm.open();
  }
}
