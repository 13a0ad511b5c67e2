package io.patchbay.ui.versions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.VersionWish;
import io.patchbay.change.Comparison;
import io.patchbay.change.TouchedUse;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.refresh.UseLinks;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;

/** What differs between any two versions, or a version and the draft. */
final class ComparePage extends Div {

  private final transient ApiDraft draft;
  private final transient VersionParts parts;
  private final Select<String> from = new Select<>();
  private final Select<String> to = new Select<>();
  private final Span counts = Look.line("");
  private final Div result = Look.div("pb-scroll");

  /**
   * The page.
   *
   * @param all what can be compared, the newest first
   */
  ComparePage(
      ApiDraft draft,
      VersionParts parts,
      List<String> all,
      String first,
      String second,
      Runnable onBack) {
    this.draft = draft;
    this.parts = parts;
    addClassName("pb-difference-page");
    set(from, "From", all, first);
    set(to, "To", all, second);
    var title = new H2("What differs");
    title.addClassName("pb-subtitle");
    add(
        Look.div(
            "pb-difference-head",
            title,
            from,
            Icons.ARROW_RIGHT.create("pb-i14"),
            to,
            Buttons.icon(Icons.REPEAT, "Swap", this::swap),
            counts,
            Look.line("pb-row pb-end", Buttons.quiet("Back", null, onBack))),
        result);
    show();
  }

  private void set(Select<String> select, String name, List<String> all, String value) {
    select.setAriaLabel(name);
    select.setItems(all);
    select.setItemLabelGenerator(one -> one.equals(VersionWish.DRAFT) ? "Draft" : one);
    select.setValue(value);
    select.setWidth("110px");
    select.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        show();
      }
    });
    Look.testId("compare-" + name.toLowerCase(java.util.Locale.ROOT), select);
  }

  private void swap() {
    String before = from.getValue();
    from.setValue(to.getValue());
    to.setValue(before);
    show();
  }

  private void show() {
    Comparison comparison =
        parts
            .versions()
            .compare(draft.visit().access(), draft.ref(), from.getValue(), to.getValue());
    counts.removeAll();
    result.removeAll();
    if (comparison.changes().isEmpty()) {
      result.add(new EmptyState("They do not differ", "Choose others to compare."));
      return;
    }
    counts.add(ChangeList.counts(comparison.changes()));
    var touched = comparison.touched().stream().map(TouchedUse::use).toList();
    if (!touched.isEmpty()) {
      result.add(
          Look.div(
              "pb-band warning pb-notice",
              Icons.TRIANGLE_ALERT.create("pb-i14"),
              Look.div(
                  "pb-col",
                  Look.span("pb-strong", words(comparison, touched.size())),
                  new UseLinks(draft.visit(), touched))));
    }
    result.add(new ChangeList(comparison.changes()));
  }

  private static String words(Comparison comparison, int steps) {
    String next = comparison.next();
    if (next != null) {
      return steps == 1
          ? "1 step takes it once it is published as %s, and feels a difference".formatted(next)
          : "%d steps take it once it is published as %s, and feel a difference"
              .formatted(steps, next);
    }
    return steps == 1
        ? "1 step calls %s and feels a difference".formatted(comparison.from())
        : "%d steps call %s and feel a difference".formatted(steps, comparison.from());
  }
}
