package io.patchbay.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of one call of a function; missing ones are null. */
record Arguments(List<?> all, Meter meter) {

  @Nullable Object get(int index) {
    return index < all.size() ? all.get(index) : null;
  }

  @Nullable String text(int index) {
    return get(index) instanceof String text ? text : null;
  }

  @Nullable Number number(int index) {
    return get(index) instanceof Number number ? number : null;
  }
}
