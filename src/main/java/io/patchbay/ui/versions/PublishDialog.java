package io.patchbay.ui.versions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.patchbay.api.ApiUse;
import io.patchbay.change.Impact;
import io.patchbay.change.Level;
import io.patchbay.change.PublishWish;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.refresh.UseLinks;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import io.patchbay.ui.shell.Toasts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What would be published: its number, what differs, the flows that feel it, and a note. */
final class PublishDialog extends Dialog {

  private final transient ApiDraft draft;
  private final transient VersionParts parts;
  private final transient PublishPlan plan;
  private final Div touched = Look.div("pb-col");
  private final TextArea note = new TextArea("Note");
  private final Button publish = Buttons.primary("Publish", Icons.ROCKET, this::publish);
  private final long revision;
  private Level level;

  PublishDialog(ApiDraft draft, VersionParts parts) {
    this.draft = draft;
    this.parts = parts;
    this.revision = draft.revision();
    this.plan =
        new PublishPlan(parts.versions().compare(draft.visit().access(), draft.ref(), null, null));
    this.level = plan.comparison().level();
    addClassName("pb-dialog");
    setWidth("720px");
    Look.testId("publish-api", this);
    if (plan.isNothing()) {
      showNothing();
    } else {
      showPlan();
    }
  }

  private void showNothing() {
    setHeaderTitle("Nothing to publish");
    add(
        new Paragraph(
            "The draft is as it was published in version %s. Change it first."
                .formatted(plan.comparison().from())));
    getFooter().add(Buttons.primary("Close", null, this::close));
  }

  private void showPlan() {
    note.setPlaceholder("What is new, for those who use it (optional)");
    note.setWidthFull();
    note.setMinRows(2);
    note.setMaxLength(4_000);
    Look.testId("publish-note", note);
    var body = Look.div("pb-publish");
    if (plan.isFirst()) {
      body.add(
          new Paragraph(
              "The first version. From then on flows take what is published, and the draft can be"
                  + " edited without touching them."));
    } else {
      var changes = plan.comparison().changes();
      if (plan.levels().size() > 1) {
        body.add(Look.div("pb-row", Look.span("pb-text-2", "Number"), levels()));
      }
      body.add(
          touched,
          Look.section(
              "Differences to version %s".formatted(plan.comparison().from()),
              ChangeList.counts(changes)),
          Look.div("pb-publish-changes", new ChangeList(changes)));
    }
    body.add(note);
    add(body);
    Buttons.key(publish, "Ctrl+Enter", "");
    Look.testId("publish-confirm", publish);
    getFooter().add(Buttons.neutral("Keep editing", null, this::close), publish);
    choose(level);
  }

  private Segments<Level> levels() {
    Map<Level, String> titles = new LinkedHashMap<>();
    plan.levels()
        .forEach((one, number) ->
            titles.put(
                one,
                switch (one) {
                  case NONE, PATCH -> number + " fix";
                  case MINOR -> number + " addition";
                  case MAJOR -> number + " breaking";
                }));
    return Look.testId("publish-level", new Segments<>("Number", titles, level, this::choose));
  }

  private void choose(Level chosen) {
    level = chosen;
    String number = plan.number(level).toString();
    setHeaderTitle("Publish %s as version %s".formatted(draft.api().name(), number));
    publish.setText("Publish " + number);
    touched.removeAll();
    band("error", "has to change", "have to change", plan.touched(level, Impact.BREAKING));
    band("warning", "may have to change", "may have to change", plan.touched(level, Impact.MAYBE));
    if (!plan.isFirst() && touched.getComponentCount() == 0) {
      touched.add(
          Look.div("pb-hint", new Span("No flow that takes it by itself feels a difference.")));
    }
  }

  private void band(String tone, String one, String several, List<ApiUse> uses) {
    if (uses.isEmpty()) {
      return;
    }
    touched.add(
        Look.div(
            "pb-band " + tone,
            Icons.TRIANGLE_ALERT.create("pb-i14"),
            Look.div(
                "pb-col",
                Look.span(
                    "pb-strong",
                    uses.size() == 1
                        ? "1 step takes it at once and " + one
                        : "%d steps take it at once and %s".formatted(uses.size(), several)),
                new UseLinks(draft.visit(), uses))));
  }

  private void publish() {
    String text = note.getValue().strip();
    var wish = new PublishWish(text.isEmpty() ? null : text, plan.isFirst() ? null : level, false);
    var published = parts.versions().publish(draft.visit().access(), draft.ref(), wish, revision);
    close();
    Toasts.success(
        "Version %s of %s is published"
            .formatted(published.version().version(), draft.api().name()));
    draft.reload();
  }
}
