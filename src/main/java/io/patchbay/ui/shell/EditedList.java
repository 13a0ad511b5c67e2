package io.patchbay.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A list of which a form edits one element after the other: tells each change, and gives back what
 * was deleted.
 */
public final class EditedList<T> {

  private final Consumer<List<T>> onChange;
  private final Runnable onShape;
  private List<T> items;

  /**
   * A list.
   *
   * @param onChange gets the list after each change
   * @param onShape is told when elements came or went, so that all are shown anew
   */
  public EditedList(List<T> items, Consumer<List<T>> onChange, Runnable onShape) {
    this.items = List.copyOf(items);
    this.onChange = onChange;
    this.onShape = onShape;
  }

  public List<T> items() {
    return items;
  }

  public T get(int index) {
    return items.get(index);
  }

  public int size() {
    return items.size();
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** Changes one element; the others and the form stay as they are. */
  public void change(int index, UnaryOperator<T> change) {
    var changed = new ArrayList<>(items);
    changed.set(index, change.apply(items.get(index)));
    take(changed);
  }

  /** Adds an element at the end. */
  public void add(T item) {
    var longer = new ArrayList<>(items);
    longer.add(item);
    take(longer);
    onShape.run();
  }

  /**
   * Deletes an element, with a way back.
   *
   * @param what names it, for example {@code Parameter q}
   */
  public void delete(int index, String what) {
    List<T> before = items;
    var shorter = new ArrayList<>(items);
    shorter.remove(index);
    take(shorter);
    onShape.run();
    Toasts.undo(
        what + " deleted",
        () -> {
          take(before);
          onShape.run();
        });
  }

  private void take(List<T> changed) {
    items = List.copyOf(changed);
    onChange.accept(items);
  }
}
