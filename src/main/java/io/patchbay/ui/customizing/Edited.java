package io.patchbay.ui.customizing;

import io.patchbay.api.Customization;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The customization that a form edits, wherever it is kept.
 *
 * @param visit who edits, and where
 * @param fields what the fields of the form know
 * @param parameters the names of query parameters that are known here
 * @param state the customization as it is now
 * @param onChange takes the field that changed, as problems name it, and the new customization
 */
public record Edited<C extends Customization>(
    Visit visit,
    FieldContext fields,
    Supplier<List<String>> parameters,
    Supplier<C> state,
    BiConsumer<String, Customization> onChange) {

  /** The customization as it is now. */
  public C now() {
    return state.get();
  }

  /** Changes it. */
  public void change(String field, UnaryOperator<C> change) {
    onChange.accept(field, change.apply(now()));
  }

  /** The same, known to be of this kind. */
  <D extends Customization> Edited<D> as(Class<D> type) {
    return new Edited<>(visit, fields, parameters, () -> type.cast(state.get()), onChange);
  }
}
