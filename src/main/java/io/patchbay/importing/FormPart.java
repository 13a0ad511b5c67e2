package io.patchbay.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart body.
 *
 * @param name empty when it has none
 * @param text what it holds; absent when that is in a file
 * @param file whether it is a file or read from one
 * @param headers further ones of the part
 * @param description for people
 * @param optional whether the source has it switched off
 */
record FormPart(
    String name,
    @Nullable String text,
    boolean file,
    @Nullable String filename,
    @Nullable String contentType,
    List<Field> headers,
    @Nullable String description,
    boolean optional) {

  FormPart {
    headers = List.copyOf(headers);
  }

  static FormPart text(String name, String text) {
    return new FormPart(name, text, false, null, null, List.of(), null, false);
  }

  static FormPart file(String name, @Nullable String filename, @Nullable String contentType) {
    return new FormPart(name, null, true, filename, contentType, List.of(), null, false);
  }

  /** Without what it holds. */
  @Override
  public String toString() {
    return "FormPart[%s]".formatted(name);
  }
}
