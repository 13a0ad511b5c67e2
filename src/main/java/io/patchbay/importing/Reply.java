package io.patchbay.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was answered in an exchange.
 *
 * @param description for people
 * @param text of the body; absent when there is none, or when it is no text
 */
record Reply(
    int status,
    @Nullable String description,
    List<Field> headers,
    @Nullable String contentType,
    @Nullable String text) {

  Reply {
    headers = List.copyOf(headers);
  }

  /** Without the body. */
  @Override
  public String toString() {
    return "Reply[%d]".formatted(status);
  }
}
