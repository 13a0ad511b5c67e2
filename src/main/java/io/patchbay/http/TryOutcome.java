package io.patchbay.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a method.
 *
 * @param triedBy e-mail address
 * @param version that was called: its number or {@code draft}
 * @param request with what it was tried; from the history, redacted inputs and large bodies are
 *     missing
 * @param leftOut what the history does not keep of the request: names of inputs, and {@code body}
 * @param response with the request as sent, all attempts, token exchange and failure; from the
 *     history, secrets are masked and large bodies are the start of their text
 * @param isShortened whether the body of the response is only its start
 */
public record TryOutcome(
    UUID id,
    String method,
    Instant triedAt,
    String triedBy,
    String version,
    TryRequest request,
    List<String> leftOut,
    ApiResponse response,
    boolean isShortened) {

  public TryOutcome {
    leftOut = List.copyOf(leftOut);
  }

  /** The request as a command for bash; absent when none could be built. */
  public @Nullable String curl() {
    var sent = response.request();
    return sent == null ? null : CurlCommand.of(sent);
  }
}
