package io.patchbay.ui.importing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.InvalidException;
import io.patchbay.importing.ImportRequest;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import io.patchbay.ui.shell.UiErrorHandler;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Where the definition comes from. What was given stays there, whatever becomes of it. */
final class SourceStep extends Div {

  /** The ways to give a source. */
  enum Way {
    FILE("File"),
    URL("Address"),
    PASTE("Paste"),
    EXAMPLE("By example");

    private final String title;

    Way(String title) {
      this.title = title;
    }
  }

  private final transient BiConsumer<SourceForm, ImportRequest> onRead;
  private final transient Runnable onCancel;
  private final Map<Way, SourceForm> forms = new EnumMap<>(Way.class);
  private final Segments<Way> ways;
  private final Div place = Look.div("pb-import-place-for-form");
  private final Div message = Look.div("");
  private final Div progress = Look.div("pb-import-progress");
  private final Button read;

  SourceStep(BiConsumer<SourceForm, ImportRequest> onRead, Runnable onCancel) {
    this.onRead = onRead;
    this.onCancel = onCancel;
    addClassName("pb-import-source-step");
    forms.put(Way.FILE, new FileSource());
    forms.put(Way.URL, new UrlSource());
    forms.put(Way.PASTE, new PasteSource());
    forms.put(Way.EXAMPLE, new ExampleSource());
    Map<Way, String> titles = new LinkedHashMap<>();
    for (Way way : Way.values()) {
      titles.put(way, way.title);
    }
    ways = new Segments<>("Source", titles, Way.FILE, this::show);
    Look.testId("import-way", ways);
    message.getElement().setAttribute("role", "alert");
    Look.testId("import-message", message);
    progress.getElement().setAttribute("role", "status");
    read = Buttons.primary("Read it", null, this::read);
    Buttons.key(read, "Ctrl+Enter", "Ctrl ↵");
    Look.testId("import-read", read);
    var title = new H1("Import APIs");
    title.addClassName("pb-title");
    add(
        Look.div(
            "pb-import-sheet",
            title,
            Look.span("pb-text-2", "Nothing is saved before you have seen what becomes of it."),
            ways,
            place,
            message,
            progress,
            Look.div("pb-row", read)));
    show(Way.FILE);
  }

  /** Shows why it could not be read; what was given stays. */
  void refuse(String title, String sentence) {
    showIdle();
    message.removeAll();
    message.add(
        Look.div(
            "pb-band error",
            Icons.TRIANGLE_ALERT.create("pb-i14"),
            Look.div("pb-col", Look.span("pb-strong", title), new Span(sentence))));
  }

  /** Shows that it is being read. */
  void showReading(String what) {
    message.removeAll();
    read.setEnabled(false);
    progress.removeAll();
    progress.add(
        Look.div(
            "pb-row",
            Badges.state(Icons.LOADER_CIRCLE, "running", "Reading " + what),
            Look.testId("import-cancel", Buttons.link("Cancel", onCancel))),
        Look.div("pb-import-bar", new Span()));
  }

  /** Shows that nothing is being read. */
  void showIdle() {
    progress.removeAll();
    read.setEnabled(true);
  }

  private void show(Way way) {
    place.removeAll();
    message.removeAll();
    SourceForm form = forms.get(way);
    if (form != null) {
      place.add(form.body());
    }
  }

  private void read() {
    SourceForm form = forms.get(ways.value());
    if (form == null) {
      return;
    }
    try {
      onRead.accept(form, form.request());
    } catch (InvalidException e) {
      refuse("Something is missing", UiErrorHandler.sentences(e));
    }
  }
}
