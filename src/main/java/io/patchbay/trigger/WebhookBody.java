package io.patchbay.trigger;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plain value of a raw body, by its media type: JSON as it is, a form as an object, text as
 * text, everything else as base64 text.
 */
final class WebhookBody {

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");

  private WebhookBody() {}

  /** The value; {@link Expression#ABSENT} for an empty body. */
  static @Nullable Object parse(byte[] body, @Nullable String contentType) throws RefusedRequest {
    if (body.length == 0) {
      return Expression.ABSENT;
    }
    String type = mediaType(contentType);
    Optional<Charset> charset = charset(contentType);
    if (isJson(type)) {
      return json(body, charset);
    }
    if (type.equals("application/x-www-form-urlencoded")) {
      var text = new String(body, charset.orElse(StandardCharsets.UTF_8));
      return Query.parse(text, charset.orElse(StandardCharsets.UTF_8));
    }
    if (isText(type) || charset.isPresent()) {
      return new String(body, charset.orElse(StandardCharsets.UTF_8));
    }
    return type.isEmpty() ? textIfItIs(body) : base64(body);
  }

  static boolean isJson(String type) {
    return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
  }

  /** The media type in lower case, without parameters; empty when there is none. */
  static String mediaType(@Nullable String contentType) {
    if (contentType == null) {
      return "";
    }
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isText(String type) {
    return type.startsWith("text/")
        || type.endsWith("+xml")
        || type.endsWith("+yaml")
        || switch (type) {
          case "application/xml",
              "application/yaml",
              "application/x-yaml",
              "application/x-ndjson",
              "application/jsonl",
              "application/javascript",
              "application/graphql" ->
              true;
          default -> false;
        };
  }

  private static @Nullable Object json(byte[] body, Optional<Charset> charset)
      throws RefusedRequest {
    try {
      // JSON says by itself which UTF it is in, RFC 8259 section 8.1.
      return charset.isEmpty() || charset.get().name().startsWith("UTF-")
          ? Json.readValue(body)
          : Json.readValue(new String(body, charset.get()));
    } catch (InvalidException e) {
      throw new RefusedRequest(400, "The body is no JSON", e.problems().getFirst().message());
    }
  }

  private static Optional<Charset> charset(@Nullable String contentType) throws RefusedRequest {
    var matcher = CHARSET.matcher(contentType == null ? "" : contentType);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(matcher.group(1)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new RefusedRequest(
          415,
          "The charset is unknown",
          "The charset '%s' cannot be read; send UTF-8.".formatted(matcher.group(1)));
    }
  }

  private static String textIfItIs(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return base64(body);
    }
  }

  private static String base64(byte[] body) {
    return Base64.getEncoder().encodeToString(body);
  }
}
