package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Inputs of which the required and the given ones are shown; the others are folded, so that absent
 * is seen to be absent.
 */
final class OptionalInputs extends Div {

  /** Below this many, folding would hide more than it helps. */
  private static final int FOLD_FROM = 4;

  /** An input with the way to its value. */
  record Entry(
      InputSpec spec, Supplier<@Nullable JsonNode> value, Consumer<@Nullable JsonNode> onChange) {}

  private final StepEditor<?> editor;
  private final List<Entry> entries;
  private final Div shown = new Div();
  private final Div folded = Look.div("pb-dz-optional");
  private final List<Entry> notSent = new ArrayList<>();
  private boolean open;

  OptionalInputs(StepEditor<?> editor, List<Entry> entries) {
    this.editor = editor;
    this.entries = entries;
    long optional = entries.stream().filter(entry -> !isWanted(entry)).count();
    for (Entry entry : entries) {
      if (isWanted(entry) || optional < FOLD_FROM) {
        show(entry);
      } else {
        notSent.add(entry);
      }
    }
    add(shown, folded);
    showFolded();
  }

  private static boolean isWanted(Entry entry) {
    return entry.spec().required() || entry.value().get() != null;
  }

  private ValueField show(Entry entry) {
    var field = new ValueField(entry.spec(), editor, entry.value(), entry.onChange());
    shown.add(field);
    if (!entry.spec().required() && !editor.readOnly()) {
      field.removable(() -> {
        entry.onChange().accept(null);
        shown.remove(field);
        notSent.add(entry);
        notSent.sort((a, b) -> Integer.compare(entries.indexOf(a), entries.indexOf(b)));
        showFolded();
      });
    }
    return field;
  }

  private void showFolded() {
    folded.removeAll();
    folded.setVisible(!notSent.isEmpty());
    var head = new NativeButton();
    head.addClassName("pb-dz-fold");
    head.add(
        (open ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).create("pb-i12"),
        Look.span("pb-strong", "Optional"),
        Look.span("pb-text-3 pb-small", "%d not sent".formatted(notSent.size())),
        Look.span("pb-end pb-dz-add", "Add input"));
    head.getElement().setAttribute("aria-expanded", String.valueOf(open));
    head.addClickListener(event -> {
      open = !open;
      showFolded();
    });
    Look.testId("optional", head);
    folded.add(head);
    if (open) {
      for (Entry entry : notSent) {
        folded.add(row(entry));
      }
    }
  }

  private NativeButton row(Entry entry) {
    var row = new NativeButton();
    row.addClassName("pb-dz-row");
    row.add(
        Icons.PLUS.create("pb-i12"),
        new Span(entry.spec().name()),
        Look.span("pb-type", entry.spec().type()));
    row.setEnabled(!editor.readOnly());
    Look.testId("add-input-" + entry.spec().name(), row);
    row.addClickListener(event -> {
      notSent.remove(entry);
      show(entry).focusField();
      showFolded();
    });
    return row;
  }
}
