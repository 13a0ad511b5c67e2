package io.patchbay.ui.designer.bar;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowVersion;
import io.patchbay.ui.designer.editing.FlowDiff;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** All published versions: how the draft differs from each, and the way back to it. */
public final class VersionsDialog extends Dialog {

  /**
   * The dialog.
   *
   * @param load reads the flow of a version
   * @param onRestore makes a version the draft
   */
  public VersionsDialog(
      List<FlowVersion> versions,
      Flow draft,
      boolean mayEdit,
      Times times,
      IntFunction<Flow> load,
      IntConsumer onRestore) {
    addClassName("pb-dialog");
    setHeaderTitle("Versions");
    setWidth("560px");
    getHeader().add(Buttons.icon(Icons.X, "Close", this::close));
    Div list = Look.div("pb-dz-publish");
    if (versions.isEmpty()) {
      list.add(
          Look.div("pb-dz-hint", new Span("Nothing is published yet. Publish makes version 1.")));
    }
    for (FlowVersion version : versions) {
      Div row = Look.div("pb-dz-version");
      String note = version.note();
      Div text =
          Look.two(
              new Span(note == null || note.isBlank() ? "No note" : note),
              new Span(
                  "%s, %s".formatted(times.ago(version.publishedAt()), version.publishedBy())));
      text.addClassName("pb-grow");
      row.add(Look.span("pb-strong pb-num", "v" + version.version()), text);
      if (version.live()) {
        row.add(Badges.tag("success", "live"));
      }
      Div compared = new Div();
      row.add(
          Buttons.quiet(
              "Compare",
              Icons.GIT_COMPARE_ARROWS,
              () -> compare(compared, load.apply(version.version()), draft)));
      if (mayEdit) {
        row.add(
            Buttons.neutral(
                "Restore as draft",
                Icons.HISTORY,
                () -> {
                  close();
                  onRestore.accept(version.version());
                }));
      }
      list.add(row, compared);
    }
    add(list);
  }

  private static void compare(Div target, Flow version, Flow draft) {
    boolean shown = target.getComponentCount() > 0;
    target.removeAll();
    if (shown) {
      return;
    }
    List<FlowDiff.Difference> differences = FlowDiff.between(version, draft);
    if (differences.isEmpty()) {
      target.add(Look.div("pb-dz-hint", new Span("The draft does not differ from it.")));
    }
    differences.forEach(difference -> {
      target.add(
          Look.div(
              "pb-dz-hint",
              Look.span("pb-strong", difference.what()),
              new Span(" " + difference.kind().name().toLowerCase(java.util.Locale.ROOT))));
      difference
          .details()
          .forEach(detail -> target.add(Look.div("pb-mono-s pb-text-2", new Span(detail))));
    });
  }
}
