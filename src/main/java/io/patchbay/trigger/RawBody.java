package io.patchbay.trigger;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The bytes of a body as they came; signatures are about them. */
final class RawBody {

  private final byte[] bytes;

  private RawBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes themselves, not a copy: nobody changes them. */
  byte[] bytes() {
    return bytes;
  }

  /** Reads a body up to a limit, and not a byte further. */
  static RawBody read(HttpServletRequest request, int limit) throws IOException, RefusedRequest {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new RefusedRequest(
          WebhookResponse.problem(
                  415,
                  "The body is encoded",
                  "A body in '%s' cannot be read; send it as it is.".formatted(encoding),
                  null)
              .with("Accept-Encoding", "identity"));
    }
    if (request.getContentLengthLong() > limit) {
      throw tooLarge(limit);
    }
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      throw tooLarge(limit);
    }
    return new RawBody(body);
  }

  private static RefusedRequest tooLarge(int limit) {
    return new RefusedRequest(
        WebhookResponse.problem(
                413,
                "The body is too large",
                "This webhook takes bodies of up to %d bytes.".formatted(limit),
                null)
            .with("Connection", "close"));
  }
}
