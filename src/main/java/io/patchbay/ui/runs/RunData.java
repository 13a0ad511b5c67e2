package io.patchbay.ui.runs;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Json;
import io.patchbay.run.Run;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.JsonTree;
import io.patchbay.ui.shell.Look;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Recorded values to read. */
final class RunData {

  private static final int FIRST_ERROR = 400;

  private RunData() {}

  /** A value as a tree, or in words that there is none. */
  static Component tree(@Nullable JsonNode value, String root, String otherwise) {
    if (value == null || value.isMissingNode()) {
      return hint(otherwise);
    }
    var tree = new JsonTree();
    tree.setJson(Json.write(value), root);
    JsonNode bytes = value.path("$truncated");
    return bytes.isNumber()
        ? Look.div(
            "pb-run-tree",
            hint("It has %,d bytes; only its beginning was kept.".formatted(bytes.asLong())),
            tree)
        : Look.div("pb-run-tree", tree);
  }

  /** What the sender got. */
  static Component reply(Run run) {
    Run.Reply reply = run.reply();
    if (reply == null) {
      return hint(
          run.state().isFinal()
              ? "Nobody waited for an answer of this run."
              : "The answer is here as soon as the run gives one.");
    }
    var lines = Look.div("pb-sent");
    reply
        .headers()
        .forEach((name, value) ->
            lines.add(Look.div("", Look.span("pb-k", name), new Span(": " + value))));
    return Look.div(
        "pb-run-reply",
        Look.div("pb-row pb-run-pad", status(reply.status())),
        lines,
        tree(reply.body(), "reply.body", "It had no body."));
  }

  /** A status of HTTP. */
  static Span status(int status) {
    return Badges.tag(status < FIRST_ERROR ? "success" : "error", String.valueOf(status));
  }

  /** A quiet sentence in place of data. */
  static Div hint(String sentence) {
    return Look.div("pb-run-hint", new Span(sentence));
  }
}
