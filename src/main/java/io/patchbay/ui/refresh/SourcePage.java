package io.patchbay.ui.refresh;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.common.InvalidException;
import io.patchbay.importing.ImportRequest;
import io.patchbay.importing.RefreshPreview;
import io.patchbay.importing.RefreshView;
import io.patchbay.importing.SourceView;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.importing.FileSource;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.UiErrorHandler;
import io.patchbay.ui.shell.Work;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an API came from: refresh it, watch it, go back. */
@StyleSheet("context://assets/theme/importing.css")
final class SourcePage extends Div {

  private static final int NEVER = 0;

  private final transient ApiDraft draft;
  private final transient RefreshParts parts;
  private final Div message = Look.div("");
  private final Work work = new Work();

  SourcePage(ApiDraft draft, RefreshParts parts) {
    this.draft = draft;
    this.parts = parts;
    addClassNames("pb-scroll", "pb-col");
    message.getElement().setAttribute("role", "alert");
    show();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    work.cancel();
  }

  private void show() {
    removeAll();
    message.removeAll();
    SourceView source = parts.refreshes().source(draft.visit().access(), draft.ref()).orElseThrow();
    var page = Look.div("pb-tab-page pb-source-page");
    String error = source.checkError();
    SourceView.Found found = source.found();
    if (error != null) {
      page.add(
          Look.div(
              "pb-band error",
              Icons.TRIANGLE_ALERT.create("pb-i14"),
              new Span("The last look at it failed: " + error)));
    } else if (found != null) {
      page.add(
          Look.div(
              "pb-band info",
              Icons.REFRESH_CW.create("pb-i14"),
              new Span(
                  "Changed, seen %s: %s."
                      .formatted(parts.times().ago(found.at()), found.counts().inWords()))));
    }
    page.add(facts(source), actions(source), message);
    history(page);
    add(page);
  }

  private Component facts(SourceView source) {
    var facts = Look.div("pb-kv");
    facts.add(
        new Span(source.url() == null ? "File" : "Address"),
        Look.mono(source.url() == null ? source.name() : source.url()));
    facts.add(new Span("Format"), new Span(source.title()));
    facts.add(new Span("Read"), moment(source.readAt()));
    Instant checked = source.checkedAt();
    if (checked != null) {
      facts.add(new Span("Looked at"), moment(checked));
    }
    if (source.url() != null) {
      facts.add(new Span("Watch"), watch(source));
    }
    return facts;
  }

  private Component moment(Instant at) {
    return Look.title(parts.times().full(at), new Span(parts.times().ago(at)));
  }

  private Component watch(SourceView source) {
    Map<Integer, String> choices = new LinkedHashMap<>();
    choices.put(NEVER, "by hand only");
    for (int hours : List.of(1, 6, 24, 168)) {
      choices.put(hours, WatchWords.every(hours));
    }
    Integer now = source.watchHours();
    int chosen = now == null ? NEVER : now;
    choices.putIfAbsent(chosen, WatchWords.every(chosen));
    var hours = new Select<Integer>();
    hours.setItems(choices.keySet());
    hours.setItemLabelGenerator(choices::get);
    hours.setAriaLabel("How often the source is looked at");
    hours.setValue(chosen);
    hours.setWidth("160px");
    hours.addValueChangeListener(event -> {
      int wanted = event.getValue();
      parts.refreshes().watch(draft.visit().access(), draft.ref(), wanted == NEVER ? null : wanted);
      Toasts.success(
          wanted == NEVER
              ? "The source is looked at by hand only"
              : "The source is looked at %s".formatted(WatchWords.every(wanted)));
    });
    Instant next = source.nextCheckAt();
    var line = Look.div("pb-row", hours);
    if (next != null && now != null) {
      line.add(Look.span("pb-small pb-text-3", "next " + parts.times().minute(next)));
    }
    return Look.testId("watch", line);
  }

  private Component actions(SourceView source) {
    var line = Look.div("pb-row pb-source-actions");
    boolean address = source.url() != null;
    if (address) {
      line.add(
          Look.testId(
              "refresh",
              Buttons.primary("Refresh from source", Icons.REFRESH_CW, () -> preview(null))));
    }
    var file =
        address
            ? Buttons.quiet("From a file", Icons.FILE_UP, this::askForFile)
            : Buttons.primary("Refresh from a newer file", Icons.FILE_UP, this::askForFile);
    line.add(Look.testId("refresh-file", file));
    return line;
  }

  private void askForFile() {
    var dialog = new Dialog();
    dialog.addClassName("pb-dialog");
    dialog.setHeaderTitle("The newer file");
    dialog.setWidth("520px");
    var files = new FileSource();
    dialog.add(files);
    var compare =
        Buttons.primary(
            "Compare",
            null,
            () -> {
              try {
                ImportRequest request = files.request();
                dialog.close();
                preview(request);
              } catch (InvalidException e) {
                Toasts.error(UiErrorHandler.sentences(e));
              }
            });
    Look.testId("refresh-compare", compare);
    dialog.getFooter().add(Buttons.neutral("Cancel", null, dialog::close), compare);
    dialog.open();
  }

  private void preview(@Nullable ImportRequest newFile) {
    message.removeAll();
    message.add(
        Look.div(
            "pb-row",
            Badges.state(Icons.LOADER_CIRCLE, "running", "Reading and comparing"),
            Buttons.link("Cancel", this::cancel)),
        Look.div("pb-import-bar", new Span()));
    work.start(
        UI.getCurrent(),
        () -> parts.refreshes().preview(draft.visit().access(), draft.ref(), newFile),
        this::showDifference,
        this::refuse);
  }

  private void cancel() {
    work.cancel();
    message.removeAll();
  }

  private void showDifference(RefreshPreview preview) {
    message.removeAll();
    if (preview.nothingChanged()
        && preview.methods().isEmpty()
        && preview.apiConflicts().isEmpty()) {
      show();
      Toasts.success("Nothing changed in the source");
      return;
    }
    removeAll();
    add(new DifferencePage(draft, preview, this::show, this::apply));
  }

  private void apply(DifferencePage page, RefreshPreview preview) {
    page.showApplying();
    work.start(
        UI.getCurrent(),
        () ->
            parts
                .refreshes()
                .apply(
                    draft.visit().access(),
                    draft.ref(),
                    preview.hash(),
                    page.skipped(),
                    page.taken()),
        stored -> {
          offerUndo();
          draft.reload();
        },
        failure -> page.refuse(sentence(failure)));
  }

  private void offerUndo() {
    List<RefreshView> history = parts.refreshes().history(draft.visit().access(), draft.ref());
    if (history.isEmpty()) {
      Toasts.success("Nothing was taken over");
    } else {
      Toasts.success("Refreshed from the source", "Undo", () -> undo(history.getFirst()));
    }
  }

  private void undo(RefreshView refresh) {
    parts.refreshes().undo(draft.visit().access(), draft.ref(), refresh.id());
    Toasts.success("The refresh was undone");
    draft.reload();
  }

  private void history(Div page) {
    List<RefreshView> all = parts.refreshes().history(draft.visit().access(), draft.ref());
    if (all.isEmpty()) {
      return;
    }
    page.add(Look.section("Refreshes"));
    var rows = Look.div("pb-refreshes");
    boolean last = true;
    for (RefreshView refresh : all) {
      boolean undone = refresh.undoneAt() != null;
      var row =
          Look.div(
              "pb-refresh-row",
              Look.title(
                  parts.times().full(refresh.at()), new Span(parts.times().ago(refresh.at()))),
              Look.span("pb-text-2 pb-ellipsis", refresh.by()),
              Look.span("pb-grow", refresh.counts().inWords()));
      if (undone) {
        row.add(Badges.tag("", "undone"));
      } else if (last) {
        row.add(Look.testId("refresh-undo", Buttons.link("Undo", () -> undo(refresh))));
      }
      last &= undone;
      rows.add(row);
    }
    page.add(rows);
  }

  private void refuse(RuntimeException failure) {
    message.removeAll();
    message.add(
        Look.div(
            "pb-band error", Icons.TRIANGLE_ALERT.create("pb-i14"), new Span(sentence(failure))));
  }

  private static String sentence(RuntimeException failure) {
    return failure instanceof InvalidException invalid
        ? UiErrorHandler.sentences(invalid)
        : Work.sentence(failure);
  }
}
