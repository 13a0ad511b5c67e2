package io.patchbay.importing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request, and what was answered where that is known; all readers of samples make these.
 *
 * @param contentType of the body, as its header says
 * @param login how it authenticates, where the source says so apart from headers and address
 */
record Exchange(
    String verb,
    ExchangeUrl url,
    List<Field> headers,
    ExchangeBody body,
    List<Reply> replies,
    @Nullable Login login,
    Story story,
    @Nullable String contentType) {

  Exchange {
    headers = List.copyOf(headers);
    replies = List.copyOf(replies);
  }

  Exchange(
      String verb,
      ExchangeUrl url,
      List<Field> headers,
      ExchangeBody body,
      List<Reply> replies,
      @Nullable Login login,
      Story story) {
    this(verb, url, headers, body, replies, login, story, contentType(headers));
  }

  private static @Nullable String contentType(List<Field> headers) {
    return headers.stream()
        .filter(field -> field.is("Content-Type") && !field.text().isBlank())
        .findFirst()
        .map(Field::text)
        .orElse(null);
  }

  Optional<String> header(String name) {
    return headers.stream().filter(field -> field.is(name)).findFirst().map(Field::text);
  }

  /** Without headers, query and bodies: secrets may be among them. */
  @Override
  public String toString() {
    return "Exchange[%s %s]".formatted(verb, url);
  }
}
