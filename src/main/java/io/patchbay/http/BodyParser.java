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
    var charset = charset(body, contentType);
    if (MediaType.isJson(contentType)) {
      return json(body, charset);
    }
    return new BodyParser(
        MediaType.isText(contentType)
            ? text(body, charset)
            : Base64.getEncoder().encodeToString(body),
        null);
  }

  /** What the type says, else a byte order mark, else an XML declaration, else UTF-8. */
  private static Charset charset(byte[] body, String contentType) {
    var named = MediaType.charsetName(contentType).flatMap(MediaType::charset);
    if (named.isPresent()) {
      return named.get();
    }
    if (startsWith(body, 0xfe, 0xff) || startsWith(body, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16;
    }
    if (!MediaType.isXml(contentType)) {
      return StandardCharsets.UTF_8;
    }
    var start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.ISO_8859_1);
    return TextBytes.declared(start).flatMap(MediaType::charset).orElse(StandardCharsets.UTF_8);
  }

  private static String text(byte[] body, Charset charset) {
    var text = new String(body, charset);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static boolean startsWith(byte[] body, int first, int second) {
    return body.length > 1 && (body[0] & 0xff) == first && (body[1] & 0xff) == second;
  }

  private static BodyParser json(byte[] body, Charset charset) {
    try {
      return new BodyParser(
          charset.equals(StandardCharsets.UTF_8)
              ? Json.readValue(body)
              : Json.readValue(text(body, charset)),
          null);
    } catch (InvalidException e) {
      var failure =
          Failure.of(
              Failure.Kind.UNREADABLE,
              "The answer is not JSON",
              "The API says that it answered JSON, but it did not: %s".formatted(e.getMessage()));
      return new BodyParser(text(body, charset), failure);
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
