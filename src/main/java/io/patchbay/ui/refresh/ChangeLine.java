package io.patchbay.ui.refresh;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.change.Change;
import io.patchbay.change.Conflict;
import io.patchbay.change.Impact;
import io.patchbay.common.Json;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One difference: how bad it is, a sentence, before and after. */
final class ChangeLine extends Div {

  private static final int SHORT = 80;
  private static final int LONGEST = 2_000;

  ChangeLine(Change change) {
    addClassName("pb-change");
    var text =
        Look.div(
            "pb-col", new Span(change.message()), Look.span("pb-import-place", change.where()));
    if (change.before() != null || change.after() != null) {
      text.add(
          Look.div(
              "pb-change-values",
              value(change.before(), "pb-change-before"),
              Icons.ARROW_RIGHT.create("pb-i12"),
              value(change.after(), "pb-change-after")));
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
  static Span badge(Impact impact) {
    return Look.line(
        "",
        switch (impact) {
          case BREAKING -> Badges.tag("error", "breaking");
          case MAYBE -> Badges.tag("warning", "maybe");
          case SAFE -> Badges.tag("success", "safe");
        });
  }

  private static Span value(@Nullable JsonNode value, String className) {
    if (value == null) {
      return Look.span("pb-text-3 pb-small", "nothing");
    }
    String text = value.isString() ? value.stringValue() : Json.write(value);
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return Look.title(
        cut,
        Look.span(
            "pb-mono-s " + className,
            text.length() > SHORT ? text.substring(0, SHORT) + "…" : text));
  }
}
