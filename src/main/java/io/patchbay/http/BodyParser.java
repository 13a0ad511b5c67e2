package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A body as a plain value.
 *
 * @param value parsed JSON, text, or base64 text; {@link Expression#ABSENT} when it is empty
 * @param failure why it could not be read as its type says; absent when it could
 */
record BodyParser(@Nullable Object value, @Nullable Failure failure) {

  private static final BodyParser EMPTY = new BodyParser(Expression.ABSENT, null);

  static BodyParser parse(byte[] body, @Nullable String contentType) {
    if (body.length == 0) {
      return EMPTY;
    }
    if (contentType == null) {
      return new BodyParser(textOrBase64(body), null);
    }
    var charset = MediaType.charset(contentType).orElse(StandardCharsets.UTF_8);
    if (MediaType.isJson(contentType)) {
      return json(body, charset);
    }
    return new BodyParser(
        MediaType.isText(contentType)
            ? new String(body, charset)
            : Base64.getEncoder().encodeToString(body),
        null);
  }

  private static BodyParser json(byte[] body, Charset charset) {
    try {
      return new BodyParser(
          charset.equals(StandardCharsets.UTF_8)
              ? Json.readValue(body)
              : Json.readValue(new String(body, charset)),
          null);
    } catch (InvalidException e) {
      var failure =
          Failure.of(
              Failure.Kind.UNREADABLE,
              "The answer is not JSON",
              "The API says that it answered JSON, but it did not: %s".formatted(e.getMessage()));
      return new BodyParser(new String(body, charset), failure);
    }
  }

  private static String textOrBase64(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException _) {
      return Base64.getEncoder().encodeToString(body);
    }
  }
}
