package io.patchbay.ui.customizing;

import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Customization;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.ui.shell.CodeEditor.Completion;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.MenuButton;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.function.Supplier;

/**
 * One customization of a strip: its name and what it does, and unfolded its form. Its grip is
 * dragged, or moved with the arrow keys.
 */
final class CustomizationCard extends Div {

  /** What a card asks of the strip that it is in. */
  interface Place {

    void changed(CustomizationCard card);

    /** Moves it up (-1) or down (1). */
    void move(CustomizationCard card, int by);

    void duplicate(CustomizationCard card);

    void delete(CustomizationCard card);

    /** Puts the card that is dragged where this one is. */
    void dropped(CustomizationCard on);

    void dragging(CustomizationCard card, boolean now);

    /** What is wrong with it, by its fields. */
    List<Problem> problems(CustomizationCard card);
  }

  private final CustomizationForms forms;
  private final Visit visit;
  private final Supplier<List<String>> parameters;
  private final Place place;
  private final PlainContext context;
  private final NativeButton grip = new NativeButton();
  private final NativeButton fold = new NativeButton();
  private final Span summary = Look.span("pb-cz-summary pb-ellipsis", "");
  private final Span wrong = Look.span("pb-tag error", "");
  private final Div body = Look.div("pb-cz-body");
  private Customization customization;
  private boolean open;

  CustomizationCard(
      Customization customization,
      CustomizationForms forms,
      Visit visit,
      boolean readOnly,
      List<Completion> completions,
      Supplier<List<String>> parameters,
      Place place) {
    this.customization = customization;
    this.forms = forms;
    this.visit = visit;
    this.parameters = parameters;
    this.place = place;
    context = new PlainContext(readOnly, completions, () -> place.problems(this));
    CustomizationKind kind = CustomizationKind.of(customization);
    addClassName("pb-cz-card");
    Look.testId("customization-" + kind.kind(), this);
    var tile = Look.line("pb-mono-tile copper", kind.icon().create("pb-i14"));
    Look.title(kind.sentence(), tile);
    Div head = Look.div("pb-cz-head");
    if (!readOnly) {
      setUpGrip();
      head.add(grip);
      DropTarget.create(this).addDropListener(event -> place.dropped(this));
    }
    head.add(tile, name(kind, readOnly), summary, wrong);
    if (!readOnly) {
      head.add(menu());
    }
    fold.addClassName("pb-cz-fold");
    fold.addClickListener(event -> setOpen(!open));
    head.add(fold);
    add(head, body);
    setOpen(false);
    refresh();
  }

  Customization customization() {
    return customization;
  }

  boolean isOpen() {
    return open;
  }

  void setOpen(boolean nowOpen) {
    open = nowOpen;
    setClassName("open", open);
    if (open && body.getComponentCount() == 0) {
      body.add(
          forms.form(
              new Edited<>(
                  visit, context, parameters, () -> customization, (field, c) -> take(c))));
    }
    body.setVisible(open);
    fold.removeAll();
    fold.add((open ? Icons.CHEVRON_UP : Icons.CHEVRON_DOWN).create("pb-i14"));
    fold.getElement().setAttribute("aria-expanded", String.valueOf(open));
    fold.getElement()
        .setAttribute(
            "aria-label", (open ? "Fold " : "Unfold ") + CustomizationKind.label(customization));
  }

  /** Shows problems and the summary anew. */
  void refresh() {
    List<Problem> problems = place.problems(this);
    summary.setText(CustomizationWords.all(customization));
    Look.title(summary.getText(), summary);
    wrong.setVisible(!problems.isEmpty());
    wrong.setText(problems.size() == 1 ? "1 problem" : problems.size() + " problems");
    Look.title(String.join("\n", problems.stream().map(Problem::message).toList()), wrong);
    context.refresh();
  }

  /** Puts the keyboard on the grip, where it was before the card was moved. */
  void focusGrip() {
    grip.focus();
  }

  private void setUpGrip() {
    grip.add(Icons.GRIP_VERTICAL.create("pb-i14"));
    grip.addClassName("pb-cz-grip");
    grip.getElement().setAttribute("aria-label", "Move: arrow keys up and down");
    Look.title("Drag, or press ↑ ↓", grip);
    Look.testId("customization-grip", grip);
    DragSource<NativeButton> source = DragSource.create(grip);
    source.setDragImage(this, 16, 16);
    source.addDragStartListener(event -> place.dragging(this, true));
    source.addDragEndListener(event -> place.dragging(this, false));
    onKey("ArrowUp", -1);
    onKey("ArrowDown", 1);
  }

  private void onKey(String key, int by) {
    grip.getElement()
        .addEventListener("keydown", event -> place.move(this, by))
        .setFilter("event.key === '%s' && (event.preventDefault() || true)".formatted(key));
  }

  private TextField name(CustomizationKind kind, boolean readOnly) {
    var name = new TextField();
    String now = customization.name();
    name.setValue(now == null ? "" : now);
    name.setPlaceholder(kind.title());
    name.setAriaLabel("Name of the customization");
    name.setReadOnly(readOnly);
    name.addClassNames("pb-ghost-field", "pb-cz-title");
    Look.testId("customization-name", name);
    name.addValueChangeListener(
        event -> take(CustomizationKind.named(customization, event.getValue())));
    return name;
  }

  private MenuButton menu() {
    return new MenuButton(Icons.ELLIPSIS, "More about this customization")
        .quiet()
        .item("Duplicate", () -> place.duplicate(this))
        .item("Move up", () -> place.move(this, -1))
        .item("Move down", () -> place.move(this, 1))
        .item("Delete", () -> place.delete(this));
  }

  private void take(Customization changed) {
    if (!changed.equals(customization)) {
      customization = changed;
      place.changed(this);
    }
  }
}
