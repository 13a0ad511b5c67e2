package io.patchbay.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A choice of few, side by side: one is always on. */
public final class Segments<T> extends Div {

  private final Map<T, NativeButton> buttons = new LinkedHashMap<>();
  private final Consumer<T> onChoice;
  private T value;

  /** A choice named {@code name}, with {@code value} on. */
  public Segments(String name, Map<T, String> choices, T value, Consumer<T> onChoice) {
    this.onChoice = onChoice;
    this.value = value;
    addClassName("pb-seg");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", name);
    choices.forEach((choice, text) -> {
      var button = new NativeButton(text, event -> choose(choice));
      buttons.put(choice, button);
      add(button);
    });
    mark();
  }

  /** What is on. */
  public T value() {
    return value;
  }

  /** Puts {@code choice} on without telling. */
  public void show(T choice) {
    value = choice;
    mark();
  }

  private void choose(T choice) {
    if (!choice.equals(value)) {
      show(choice);
      onChoice.accept(choice);
    }
  }

  private void mark() {
    buttons.forEach((choice, button) ->
        button.getElement().setAttribute("aria-pressed", String.valueOf(choice.equals(value))));
  }
}
