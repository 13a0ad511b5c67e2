package io.patchbay.ui.apis;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.http.TryOutcome;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import java.util.List;

/** The last tries of a method, to look at one again or to repeat it. */
final class TryHistory extends Div {

  /** Is told which try to show, and whether to send it again. */
  @FunctionalInterface
  interface Chosen {
    void accept(TryOutcome outcome, boolean repeat);
  }

  private final transient ApiDraft draft;
  private final transient EditorParts parts;
  private final String method;
  private final transient Chosen onChosen;
  private boolean open;

  TryHistory(ApiDraft draft, EditorParts parts, String method, Chosen onChosen) {
    this.draft = draft;
    this.parts = parts;
    this.method = method;
    this.onChosen = onChosen;
    addClassName("pb-try-history");
    load();
  }

  void load() {
    removeAll();
    List<TryOutcome> tries = parts.tries().history(draft.visit().access(), draft.ref(), method);
    if (tries.isEmpty()) {
      return;
    }
    var rows = Look.div("pb-rows");
    tries.forEach(one -> rows.add(row(one)));
    var details = new Details("Earlier tries, %d".formatted(tries.size()), rows);
    details.setOpened(open);
    details.addOpenedChangeListener(event -> open = event.isOpened());
    Look.testId("try-history", details);
    add(details);
  }

  private Div row(TryOutcome outcome) {
    Integer status = outcome.response().status();
    var open = new NativeButton();
    open.addClassName("pb-try-earlier");
    open.add(
        status == null
            ? Badges.tag("error", "no answer")
            : Badges.tag(
                outcome.response().succeeded() ? "success" : "error", String.valueOf(status)),
        Look.span("pb-num", Times.duration(outcome.response().durationUs() / 1_000.0)),
        Look.title(
            parts.times().full(outcome.triedAt()) + " by " + outcome.triedBy(),
            Look.span("pb-text-3 pb-ellipsis", parts.times().ago(outcome.triedAt()))));
    String environment = outcome.request().environment();
    if (environment != null) {
      open.add(Badges.tag("line", environment));
    }
    open.addClickListener(event -> onChosen.accept(outcome, false));
    return Look.div(
        "pb-row",
        open,
        Look.line(
            "pb-end",
            Buttons.icon(Icons.ROTATE_CW, "Repeat", () -> onChosen.accept(outcome, true))),
        new Span());
  }
}
