package io.patchbay.importing;

import org.jspecify.annotations.Nullable;

/**
 * A header, a query parameter, a cookie or a field of a form in an exchange.
 *
 * @param value absent when only the name stands there, without {@code =}
 * @param description for people
 * @param optional whether the source has it switched off
 */
record Field(String name, @Nullable String value, @Nullable String description, boolean optional) {

  static Field of(String name, @Nullable String value) {
    return new Field(name, value, null, false);
  }

  boolean is(String otherName) {
    return name.equalsIgnoreCase(otherName);
  }

  String text() {
    return value == null ? "" : value;
  }

  /** Without the value: it may be a secret. */
  @Override
  public String toString() {
    return "Field[%s]".formatted(name);
  }
}
