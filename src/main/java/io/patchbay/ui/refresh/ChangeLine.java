package io.patchbay.ui.refresh;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.change.Change;
import io.patchbay.change.Conflict;
import io.patchbay.change.Impact;
import io.patchbay.common.Json;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One difference: how bad it is, a sentence, before and after. */
public final class ChangeLine extends Div {

  private static final int SHORT = 100;

  public ChangeLine(Change change) {
    addClassName("pb-change");
    var text =
        Look.div(
            "pb-col", new Span(change.message()), Look.span("pb-import-place", change.where()));
    boolean known = change.before() != null || change.after() != null;
    if (known && isShort(change.before()) && isShort(change.after())) {
      text.add(
          Look.div(
              "pb-change-values",
              value(change.before(), "pb-change-before"),
              Icons.ARROW_RIGHT.create("pb-i12"),
              value(change.after(), "pb-change-after")));
    } else if (known) {
      text.add(
          Look.div("", Buttons.link("Before and after", () -> new ChangeDialog(change).open())));
    }
    add(badge(change.impact()), text);
  }

  private ChangeLine(Conflict conflict) {
    addClassName("pb-change");
    add(
        Look.line("", Badges.tag("doubt", "edited")),
        Look.div(
            "pb-col",
            new Span(conflict.message()),
            Look.span("pb-import-place", conflict.where())));
  }

  /** What was edited by hand and changed in the source too. */
  static ChangeLine of(Conflict conflict) {
    return new ChangeLine(conflict);
  }

  /** How bad it is, in a word. */
  public static Span badge(Impact impact) {
    return Look.line(
        "",
        switch (impact) {
          case BREAKING -> Badges.tag("error", "breaking");
          case MAYBE -> Badges.tag("warning", "maybe");
          case SAFE -> Badges.tag("success", "safe");
        });
  }

  private static boolean isShort(@Nullable JsonNode value) {
    return value == null || text(value).length() <= SHORT;
  }

  private static Span value(@Nullable JsonNode value, String className) {
    return value == null
        ? Look.span("pb-text-3 pb-small", "nothing")
        : Look.span("pb-mono-s " + className, text(value));
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.stringValue() : Json.write(value);
  }
}
