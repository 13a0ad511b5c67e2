package io.patchbay.ui.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.Share;
import io.patchbay.api.ShareTerms;
import io.patchbay.common.Access.Role;
import io.patchbay.credential.Auth;
import io.patchbay.credential.CredentialView;
import io.patchbay.ui.apis.ApiBanner;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose API it is, what one may do with it, and with which credential it is called. */
@org.springframework.stereotype.Component
final class SharedBanner implements ApiBanner {

  private static final String OWNERS = "";

  private final ShareParts parts;

  SharedBanner(ShareParts parts) {
    this.parts = parts;
  }

  @Override
  public Optional<Component> create(ApiDraft draft) {
    return Optional.ofNullable(draft.stored().share()).map(share -> banner(draft, share));
  }

  private Component banner(ApiDraft draft, Share share) {
    var terms =
        new ShareTerms(share.right(), share.withCredential(), share.verbs(), share.methods());
    var facts =
        Look.div(
            "pb-row pb-wrap pb-grow",
            Icons.SHARE_2.create("pb-i14"),
            new Span("Shared by"),
            Look.title(share.ownerSlug(), Look.span("pb-strong", share.ownerName())),
            Badges.tag("line", share.right() == Share.Right.EDIT ? "you may edit" : "you may use"),
            Badges.tag("line", ShareWords.limits(terms)));
    if (draft.stored().latest() != null) {
      facts.add(Badges.tag("line", "version " + draft.stored().latest()));
    }
    deprecation(draft)
        .ifPresent(notice ->
            facts.add(Look.title(notice, Badges.tag("warning", "deprecated: " + notice))));
    var banner = Look.div("pb-shared-banner", facts, credential(draft, share), leave(draft, share));
    return Look.testId("shared-banner", banner);
  }

  private Optional<String> deprecation(ApiDraft draft) {
    return parts
        .catalogue()
        .list(List.of(draft.visit().access()), draft.visit().access(), draft.stored().slug())
        .stream()
        .filter(entry -> entry.id().equals(draft.stored().id()))
        .findFirst()
        .map(entry -> entry.deprecated());
  }

  private Component credential(ApiDraft draft, Share share) {
    if (draft.api().auth() instanceof Auth.None) {
      return Look.span("pb-text-2", "Needs no credential");
    }
    List<String> own =
        parts.credentials().list(draft.visit().access(), null).stream()
            .filter(c -> draft.api().auth().fits(c.settings()))
            .map(CredentialView::name)
            .toList();
    String owners = share.withCredential() ? "the owner's" : "none chosen";
    var choice = new Select<String>();
    choice.setItems(own);
    choice.setAriaLabel("Credential that calls use");
    choice.setEmptySelectionAllowed(true);
    choice.setEmptySelectionCaption(owners);
    choice.setPlaceholder(owners);
    choice.setWidth("200px");
    if (share.credential() != null && own.contains(share.credential())) {
      choice.setValue(share.credential());
    }
    choice.addValueChangeListener(event -> choose(draft, event.getValue()));
    Look.testId("shared-credential", choice);
    var line = Look.div("pb-row", Icons.KEY_ROUND.create("pb-i14"), new Span("Credential"));
    line.add(draft.visit().needs(Role.EDITOR, choice));
    if (!share.withCredential() && share.credential() == null) {
      line.add(
          Look.title(
              "The owner's credential does not come along: calls fail until you choose one.",
              Badges.tag("warning", "choose one")));
    }
    return line;
  }

  private void choose(ApiDraft draft, @Nullable String name) {
    boolean none = name == null || name.equals(OWNERS);
    parts.shared().chooseCredential(draft.visit().access(), draft.ref(), none ? null : name);
    Toasts.success(none ? "No credential of your own is used" : "Calls use '%s'".formatted(name));
    draft.reload();
  }

  private Button leave(ApiDraft draft, Share share) {
    var leave =
        Buttons.quiet(
            "Leave",
            null,
            () ->
                new Confirm(
                        "Give '%s' back?".formatted(draft.api().name()),
                        "This workspace can no longer call it. Only an editor of '%s' can share it"
                                .formatted(share.ownerName())
                            + " again.",
                        "Give it back",
                        () -> {
                          parts.shared().leave(draft.visit().access(), draft.ref());
                          Toasts.success("'%s' was given back".formatted(draft.api().name()));
                          UI.getCurrent().navigate(draft.visit().path("apis"));
                        })
                    .open());
    Look.testId("share-leave", leave);
    return draft.visit().needs(Role.EDITOR, leave);
  }
}
