package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** A field for one value to try a method with. Values are plain; nothing given is ABSENT. */
interface TryValue {

  /** What is put into the page. */
  Component component();

  /**
   * What was given, or {@link io.patchbay.expression.Expression#ABSENT}.
   *
   * @throws IllegalArgumentException when it is no such value, with a sentence that says why
   */
  @Nullable Object value();

  /** Shows a value; ABSENT empties the field. */
  void show(@Nullable Object value);

  /** Says at the field what is wrong; null when nothing is. */
  void mark(@Nullable String error);
}
