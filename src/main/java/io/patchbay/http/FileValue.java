package io.patchbay.http;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file as flows hold it: base64 text, or an object with filename, contentType and base64. */
final class FileValue {

  private static final String CONTENT = "base64";
  private static final Set<String> MEMBERS = Set.of("filename", "contentType", CONTENT);

  private final @Nullable String filename;
  private final @Nullable String contentType;
  private final byte[] bytes;

  private FileValue(@Nullable String filename, @Nullable String contentType, byte[] bytes) {
    this.filename = filename;
    this.contentType = contentType;
    this.bytes = bytes;
  }

  /** Whether the value can be nothing but a file. */
  static boolean isOne(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        && map.get(CONTENT) instanceof String
        && MEMBERS.containsAll(map.keySet());
  }

  /**
   * @param what names the place in a message, for example {@code The field 'photo' of upload}
   * @throws CallRefused when it is no file
   */
  static FileValue of(@Nullable Object value, String what) {
    if (value instanceof Map<?, ?> map && isOne(value)) {
      var type = text(map.get("contentType"));
      if (type != null && !MediaType.isValid(type)) {
        throw CallRefused.configuration(
            "%s has the content type '%s', which is none; it looks like image/png."
                .formatted(what, type.strip().replaceAll("\\s+", " ")));
      }
      return new FileValue(text(map.get("filename")), type, decode(map.get(CONTENT), what));
    }
    if (value instanceof String text) {
      return new FileValue(null, dataType(text), decode(text, what));
    }
    throw refused(what);
  }

  @Nullable String filename() {
    return filename;
  }

  @Nullable String contentType() {
    return contentType;
  }

  byte[] bytes() {
    return bytes;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text && !text.isBlank() ? text : null;
  }

  /** The type in {@code data:image/png;base64,…}; absent when it is plain base64. */
  private static @Nullable String dataType(String text) {
    var end = text.startsWith("data:") ? text.indexOf(';') : -1;
    var type = end < 0 ? "" : text.substring(5, end);
    return MediaType.isValid(type) ? type : null;
  }

  private static byte[] decode(@Nullable Object value, String what) {
    var text = String.valueOf(value);
    var comma = text.startsWith("data:") ? text.indexOf(";base64,") : -1;
    var code = (comma < 0 ? text : text.substring(comma + 8)).replaceAll("\\s+", "");
    var isUrlSafe = code.indexOf('-') >= 0 || code.indexOf('_') >= 0;
    try {
      return (isUrlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(code);
    } catch (IllegalArgumentException _) {
      throw refused(what);
    }
  }

  private static CallRefused refused(String what) {
    return CallRefused.configuration(
        "%s is a file: give base64 text or an object {filename, contentType, base64}."
            .formatted(what));
  }
}
