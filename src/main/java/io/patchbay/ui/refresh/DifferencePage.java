package io.patchbay.ui.refresh;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.patchbay.change.Change;
import io.patchbay.change.Conflict;
import io.patchbay.change.Impact;
import io.patchbay.importing.RefreshCounts;
import io.patchbay.importing.RefreshPreview;
import io.patchbay.importing.RefreshPreview.MethodRefresh;
import io.patchbay.importing.RefreshPreview.State;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What differs between a definition and its source, method by method, each taken over or not. */
final class DifferencePage extends Div {

  private static final int AT_ONCE = 40;

  private static final Comparator<MethodRefresh> WORST_FIRST =
      Comparator.comparing(MethodRefresh::impact)
          .thenComparing(method -> !method.uses().isEmpty())
          .reversed();

  private enum Show {
    ALL("All"),
    BREAKING("Breaking"),
    USED("Used by flows"),
    CONFLICT("Edited by hand");

    private final String title;

    Show(String title) {
      this.title = title;
    }
  }

  private final transient ApiDraft draft;
  private final transient RefreshPreview preview;
  private final transient DifferenceChoice choice;
  private final Div message = Look.div("");
  private final Div list = Look.div("pb-difference");
  private final Button apply;

  DifferencePage(
      ApiDraft draft,
      RefreshPreview preview,
      Runnable onBack,
      BiConsumer<DifferencePage, RefreshPreview> onApply) {
    this.draft = draft;
    this.preview = preview;
    this.choice = new DifferenceChoice(preview.methods());
    addClassName("pb-difference-page");
    apply = Buttons.primary("Take over", null, () -> onApply.accept(this, preview));
    Buttons.key(apply, "Ctrl+Enter", "Ctrl ↵");
    Look.testId("refresh-apply", apply);
    var title = new H2("What changed");
    title.addClassName("pb-subtitle");
    message.getElement().setAttribute("role", "alert");
    add(
        Look.div(
            "pb-difference-head",
            title,
            counts(preview.counts()),
            filter(),
            Look.line("pb-row pb-end", Buttons.quiet("Back", null, onBack), apply)),
        message,
        Look.div("pb-scroll", list));
    showTouched();
    show(Show.ALL);
    label();
  }

  /** Methods that stay as they are. */
  Set<String> skipped() {
    return choice.skipped();
  }

  /** Methods that were left out before and come in now. */
  Set<String> taken() {
    return choice.taken();
  }

  void showApplying() {
    apply.setEnabled(false);
    apply.setText("Taking over");
  }

  void refuse(String sentence) {
    message.removeAll();
    message.add(
        Look.div(
            "pb-band error pb-notice", Icons.TRIANGLE_ALERT.create("pb-i14"), new Span(sentence)));
    apply.setEnabled(true);
    label();
  }

  private void label() {
    int count = choice.count();
    apply.setText(
        count == 0
            ? "Take over nothing"
            : count == 1 ? "Take over 1 method" : "Take over %,d methods".formatted(count));
  }

  private static Component counts(RefreshCounts counts) {
    var line = Look.line("pb-row pb-gap-s");
    tag(line, "error", counts.breaking(), "breaking");
    tag(line, "warning", counts.maybe(), "maybe breaking");
    tag(line, "success", counts.safe(), "safe");
    tag(line, "doubt", counts.conflicts(), "edited by hand too");
    return line;
  }

  private static void tag(Span line, String tone, int count, String word) {
    if (count > 0) {
      line.add(Badges.tag(tone, count + " " + word));
    }
  }

  private Component filter() {
    Map<Show, String> titles = new LinkedHashMap<>();
    for (Show one : Show.values()) {
      titles.put(one, one.title);
    }
    return new Segments<>("Which methods", titles, Show.ALL, this::show);
  }

  private void showTouched() {
    var breaking = preview.touched().stream().filter(t -> t.impact() == Impact.BREAKING).toList();
    if (breaking.isEmpty()) {
      return;
    }
    var steps =
        breaking.stream()
            .map(t -> t.use())
            .collect(Collectors.toMap(u -> u.flow() + " " + u.step(), u -> u, (a, b) -> a));
    message.add(
        Look.testId(
            "refresh-touched",
            Look.div(
                "pb-band warning pb-notice",
                Icons.TRIANGLE_ALERT.create("pb-i14"),
                Look.div(
                    "pb-col",
                    Look.span(
                        "pb-strong",
                        steps.size() == 1
                            ? "1 step has to change"
                            : "%d steps have to change".formatted(steps.size())),
                    new UseLinks(draft.visit(), List.copyOf(steps.values()))))));
  }

  private void show(Show which) {
    list.removeAll();
    if (which == Show.ALL) {
      showApi();
    }
    List<MethodRefresh> methods =
        preview.methods().stream()
            .filter(method -> isShown(method, which))
            .sorted(WORST_FIRST)
            .toList();
    show(methods);
    if (list.getComponentCount() == 0) {
      list.add(new EmptyState("None of these", "Choose All to see every difference."));
    }
  }

  private static boolean isShown(MethodRefresh method, Show which) {
    return switch (which) {
      case ALL -> true;
      case BREAKING -> method.impact() == Impact.BREAKING;
      case USED -> !method.uses().isEmpty();
      case CONFLICT -> !method.conflicts().isEmpty() || method.state() == State.EDITED;
    };
  }

  private void show(List<MethodRefresh> methods) {
    methods.stream()
        .limit(AT_ONCE)
        .forEach(
            method -> list.add(new MethodDifference(draft.visit(), method, choice, this::label)));
    if (methods.size() > AT_ONCE) {
      var rest = methods.subList(AT_ONCE, methods.size());
      var more = Look.div("pb-row");
      more.add(
          Buttons.link(
              "%,d more methods".formatted(rest.size()),
              () -> {
                list.remove(more);
                show(rest);
              }));
      list.add(more);
    }
  }

  private void showApi() {
    List<Change> changes = preview.apiChanges();
    List<Conflict> conflicts = preview.apiConflicts();
    if (changes.isEmpty() && conflicts.isEmpty()) {
      return;
    }
    var block = new Block("The API itself").end(Look.span("pb-text-3", "always taken over"));
    changes.forEach(change -> block.add(new ChangeLine(change)));
    conflicts.forEach(conflict -> block.add(ChangeLine.of(conflict)));
    list.add(block);
  }
}
