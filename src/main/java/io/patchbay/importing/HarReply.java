package io.patchbay.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** Makes a reply of the response of an entry. */
final class HarReply {

  private static final int MOST_BYTES = 10 * 1024 * 1024;

  private HarReply() {}

  /** Nothing when none came. */
  static Optional<Reply> of(JsonNode response) {
    int status = response.path("status").asInt(0);
    if (status == 0) {
      return Optional.empty();
    }
    JsonNode content = response.path("content");
    var headers = HarEntry.fields(response.path("headers"));
    String type =
        headers.stream()
            .filter(header -> header.is("Content-Type"))
            .findFirst()
            .map(Field::text)
            .orElse(content.path("mimeType").asString(""));
    String text = content.path("text").asString("");
    Optional<String> body =
        content.path("encoding").asString("").equalsIgnoreCase("base64")
            ? decoded(text, type)
            : Optional.of(text);
    String phrase = response.path("statusText").asString("");
    return Optional.of(
        new Reply(
            status,
            phrase.isBlank() ? null : phrase,
            headers,
            type.isBlank() || type.equals("x-unknown") ? null : type,
            body.filter(plain -> !plain.isEmpty()).orElse(null)));
  }

  /** The text in base64, unpacked where it is packed; nothing when it is no text. */
  static Optional<String> decoded(String base64, String type) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      boolean packed = bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
      return text(packed ? unpacked(bytes) : bytes, type);
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readNBytes(MOST_BYTES);
    }
  }

  private static Optional<String> text(byte[] bytes, String type) {
    String media = type.toLowerCase(Locale.ROOT);
    boolean textual =
        media.isEmpty()
            || media.startsWith("text/")
            || media.contains("json")
            || media.contains("xml")
            || media.contains("form-urlencoded");
    if (!textual) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
