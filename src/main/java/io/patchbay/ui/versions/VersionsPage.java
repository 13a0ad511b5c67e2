package io.patchbay.ui.versions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.ApiUse;
import io.patchbay.api.ApiVersion;
import io.patchbay.api.SemanticVersion;
import io.patchbay.api.VersionWish;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.apis.EditRights;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The draft and all published versions of an API, with what can be done with each. */
final class VersionsPage extends Div {

  private final transient ApiDraft draft;
  private final transient VersionParts parts;
  private final transient VersionActions actions;
  private transient List<ApiVersion> published = List.of();

  VersionsPage(ApiDraft draft, VersionParts parts) {
    this.draft = draft;
    this.parts = parts;
    this.actions = new VersionActions(draft, parts);
    addClassNames("pb-col");
    show();
  }

  private void show() {
    removeAll();
    published = parts.kept().list(draft.visit().access(), draft.ref());
    var page = Look.div("pb-tab-page pb-versions");
    add(Look.div("pb-scroll", page));
    if (published.isEmpty()) {
      page.add(
          new EmptyState(
              "No version is published yet",
              "Flows call the draft, and feel each change of it at once. Publish it, and they take"
                  + " a version that stays as it is.",
              publishButton()));
      return;
    }
    page.add(Look.section("Versions", compareButton(), publishButton()));
    var rows = Look.div("pb-version-rows");
    for (String head : List.of("Version", "What is new", "Published", "Methods", "Used by", "")) {
      rows.add(Look.span("pb-table-head", head));
    }
    Map<SemanticVersion, List<ApiUse>> uses =
        parts.kept().usesByVersion(draft.visit().access(), draft.ref());
    if (draft.stored().mayBeEdited()) {
      draftRow(rows);
    }
    published.forEach(
        version -> row(rows, version, uses.getOrDefault(version.version(), List.of())));
    page.add(rows);
  }

  private Button publishButton() {
    var publish =
        Buttons.primary("Publish", Icons.ROCKET, () -> new PublishDialog(draft, parts).open());
    return EditRights.of(draft, Look.testId("api-publish", publish));
  }

  private Button compareButton() {
    var all = all();
    var compare =
        Buttons.neutral(
            "Compare",
            Icons.GIT_COMPARE_ARROWS,
            () -> compare(all.size() > 1 ? all.get(1) : all.getFirst(), all.getFirst()));
    return Look.testId("api-compare", compare);
  }

  /** All that can be compared, the newest first. */
  private List<String> all() {
    List<String> all = new ArrayList<>();
    if (draft.stored().mayBeEdited()) {
      all.add(VersionWish.DRAFT);
    }
    published.forEach(version -> all.add(version.version().toString()));
    return all;
  }

  private void compare(String from, String to) {
    removeAll();
    add(new ComparePage(draft, parts, all(), from, to, this::show));
  }

  private void draftRow(Div rows) {
    ApiVersion newest = published.getFirst();
    boolean edited = draft.editedSince(newest.publishedAt());
    List<ApiUse> uses =
        parts.versions().uses(draft.visit().access(), draft.ref(), VersionWish.DRAFT);
    rows.add(
        Look.span("pb-strong", "Draft"),
        Look.span(
            "pb-text-2",
            edited
                ? "Edited since %s was published".formatted(newest.version())
                : "As published in %s".formatted(newest.version())),
        new Span(),
        Look.span("pb-num", "%,d".formatted(draft.methods().size())),
        uses(VersionWish.DRAFT, uses),
        new Span());
  }

  private void row(Div rows, ApiVersion version, List<ApiUse> uses) {
    String number = version.version().toString();
    boolean newest = version.equals(published.getFirst());
    var name = Look.line("pb-row pb-gap-s", Look.span("pb-strong pb-num", number));
    if (newest) {
      name.add(Look.title("Steps take it that name no version.", Badges.tag("accent", "newest")));
    }
    Look.testId("version-" + number, name);
    rows.add(
        name,
        note(version),
        Look.title(
            parts.times().full(version.publishedAt()),
            Look.two(
                new Span(parts.times().ago(version.publishedAt())),
                new Span(version.publishedBy()))),
        Look.span("pb-num", "%,d".formatted(version.methods())),
        uses(number, uses),
        actions(version, number, uses));
  }

  private static Component note(ApiVersion version) {
    String note = version.note();
    Span text =
        note == null
            ? Look.span("pb-text-3", "No note")
            : Look.title(note, Look.line("", Look.span("pb-version-note", note)));
    String notice = version.deprecated();
    return notice == null
        ? text
        : Look.div(
            "pb-col",
            text,
            Look.line(
                "pb-row pb-gap-s pb-small",
                Badges.tag("warning", "deprecated"),
                Look.span("pb-text-2", notice)));
  }

  private Component uses(String version, List<ApiUse> uses) {
    long flows = uses.stream().map(use -> use.workspace() + "/" + use.flow()).distinct().count();
    if (flows == 0) {
      return Look.span("pb-text-3", "no flow");
    }
    return Look.line(
        "",
        Look.testId(
            "uses-of-" + version,
            Buttons.link(
                flows == 1 ? "1 flow" : flows + " flows",
                () -> new UsesDialog(draft, parts, version, uses).open())));
  }

  private Component actions(ApiVersion version, String number, List<ApiUse> uses) {
    var all = all();
    boolean deprecated = version.deprecated() != null;
    var compare =
        Buttons.icon(
            Icons.GIT_COMPARE_ARROWS,
            "Compare %s with %s".formatted(number, all.getFirst()),
            () -> compare(number, all.getFirst()));
    var restore =
        Buttons.icon(
            Icons.HISTORY,
            "Restore %s into the draft".formatted(number),
            () -> actions.askToRestore(number));
    var deprecate =
        Buttons.icon(
            deprecated ? Icons.UNDO_2 : Icons.BAN,
            deprecated ? "Take back the deprecation of " + number : "Deprecate " + number,
            () -> {
              if (deprecated) {
                DeprecateDialog.takeBack(draft, parts, number);
              } else {
                new DeprecateDialog(draft, parts, number, proposal(version)).open();
              }
            });
    var delete =
        Buttons.icon(Icons.TRASH_2, "Delete " + number, () -> actions.askToDelete(number, uses));
    return Look.line(
        "pb-row pb-gap-s",
        compare,
        EditRights.of(draft, Look.testId("restore-" + number, restore)),
        EditRights.of(draft, Look.testId("deprecate-" + number, deprecate)),
        EditRights.of(draft, Look.testId("delete-" + number, delete)));
  }

  /** What a notice most often says. */
  private String proposal(ApiVersion version) {
    ApiVersion newest = published.getFirst();
    return version.equals(newest) ? "" : "Use version %s.".formatted(newest.version());
  }
}
