package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.designer.preview.Preview;
import io.patchbay.ui.shell.JsonText;
import io.patchbay.ui.shell.Look;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a document comes to, below its field; or what is wrong with it. */
final class ResultLine extends Div {

  private final StepEditor<?> editor;
  private final String field;
  private final Supplier<@Nullable JsonNode> value;
  private final PreviewLine line = new PreviewLine();
  private final Div result = Look.div("pb-dz-result");

  ResultLine(StepEditor<?> editor, String field, Supplier<@Nullable JsonNode> value) {
    this.editor = editor;
    this.field = field;
    this.value = value;
    add(line, result);
    editor.onRefresh(this::refresh);
    refresh();
  }

  private void refresh() {
    JsonNode now = value.get();
    Preview preview =
        now == null || !editor.preview().knows(now) ? null : editor.preview().preview(now);
    boolean shown = preview != null && preview.error() == null && !preview.isAbsent();
    line.show(shown ? null : preview, null, editor.problems(field));
    result.removeAll();
    if (shown && preview != null) {
      result.add(
          Look.div(
              "pb-preview",
              Look.span("pb-pn", "Result"),
              Look.span("pb-end", preview.source() == null ? "" : preview.origin())),
          JsonText.of(preview.value()));
    }
  }
}
