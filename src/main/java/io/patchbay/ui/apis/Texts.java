package io.patchbay.ui.apis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small turns of what fields hold into what documents hold. */
final class Texts {

  private Texts() {}

  /** The text without spaces around it; absent when nothing is left. */
  static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The list with one more at its end. */
  static <T> List<T> plus(List<T> list, T one) {
    var longer = new ArrayList<>(list);
    longer.add(one);
    return longer;
  }

  /** The list with another one at that place. */
  static <T> List<T> with(List<T> list, int index, T one) {
    var changed = new ArrayList<>(list);
    changed.set(index, one);
    return changed;
  }

  /** The list without the one at that place. */
  static <T> List<T> without(List<T> list, int index) {
    var shorter = new ArrayList<>(list);
    shorter.remove(index);
    return shorter;
  }
}
