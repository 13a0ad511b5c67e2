package io.patchbay.http;

import io.patchbay.common.Json;
import io.patchbay.http.SentRequest.Part;
import java.io.ByteArrayOutputStream;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes multipart/form-data (RFC 7578): names and filenames in UTF-8, with quotes and line breaks
 * escaped as browsers do it.
 */
final class MultipartBody {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String BYTES = "application/octet-stream";

  private final String method;
  private final Map<String, BodyField> fields;
  private final String boundary = boundary();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringBuilder shown = new StringBuilder();
  private final List<Part> parts = new ArrayList<>();

  private MultipartBody(String method, Map<String, BodyField> fields) {
    this.method = method;
    this.fields = fields;
  }

  /**
   * @param method its name, for messages
   * @throws CallRefused when a value cannot be sent as its field says
   */
  static Body write(String method, Map<String, BodyField> fields, Map<?, ?> values) {
    var body = new MultipartBody(method, fields);
    values.forEach((name, value) -> body.field(String.valueOf(name), value));
    return body.end();
  }

  private void field(String name, @Nullable Object value) {
    var field = fields.getOrDefault(name, BodyField.PLAIN);
    if (value instanceof List<?> list && !field.isJson() && !isSpread(field, value)) {
      list.forEach(element -> one(name, element, field));
    } else {
      one(name, value, field);
    }
  }

  private void one(String name, @Nullable Object value, BodyField field) {
    if (FileValue.isOne(value) || (field.isFile() && value != null)) {
      file(name, FileValue.of(value, place(name)), field);
    } else if (isSpread(field, value)) {
      ParameterStyle.pairs(
          name,
          value,
          field.styleOrUsual(),
          field.explodes(),
          UnaryOperator.identity(),
          (partName, text) -> text(partName, text, null));
    } else if (value instanceof Map || value instanceof List || field.isJson()) {
      var type = field.contentType() == null ? "application/json" : field.contentType();
      if (!MediaType.isJson(type)) {
        throw CallRefused.configuration(
            "%s is sent as %s: it has to be text.".formatted(place(name), type));
      }
      text(name, Json.write(value), type);
    } else {
      text(name, Scalars.text(value), field.contentType());
    }
  }

  private static boolean isSpread(BodyField field, @Nullable Object value) {
    return field.isSpread() && !field.isFile() && (value instanceof Map || value instanceof List);
  }

  private void text(String name, String text, @Nullable String contentType) {
    var bytes =
        contentType == null
            ? text.getBytes(StandardCharsets.UTF_8)
            : TextBytes.encode(text, contentType, place(name));
    head(name, null, contentType);
    out.writeBytes(bytes);
    shown.append(text);
    parts.add(new Part(name, null, contentType, bytes.length, text));
    both("\r\n");
  }

  /** Many servers take a part without filename for text, so each file has one. */
  private void file(String name, FileValue file, BodyField field) {
    var filename = file.filename() == null ? name : file.filename();
    var type = contentType(file, field, filename);
    head(name, filename, type);
    out.writeBytes(file.bytes());
    shown.append("(%,d bytes)".formatted(file.bytes().length));
    parts.add(new Part(name, filename, type, file.bytes().length, null));
    both("\r\n");
  }

  private static String contentType(FileValue file, BodyField field, String filename) {
    if (file.contentType() != null) {
      return file.contentType();
    }
    var named = field.contentType();
    var guessed = named == null ? URLConnection.guessContentTypeFromName(filename) : named;
    return guessed == null ? BYTES : guessed;
  }

  private void head(String name, @Nullable String filename, @Nullable String contentType) {
    both("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + escaped(name) + '"');
    if (filename != null) {
      both("; filename=\"" + escaped(filename) + '"');
    }
    both(contentType == null ? "\r\n\r\n" : "\r\nContent-Type: " + contentType + "\r\n\r\n");
  }

  private Body end() {
    both("--" + boundary + "--\r\n");
    return Body.multipart(
        out.toByteArray(),
        "multipart/form-data; boundary=" + boundary,
        shown.toString().replace("\r\n", "\n"),
        parts);
  }

  private void both(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    shown.append(text);
  }

  private String place(String name) {
    return "The field '%s' of %s".formatted(name, method);
  }

  /** A quote or a line break would end the name, and begin whatever the value says. */
  private static String escaped(String name) {
    var escaped = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      if (c == '"' || c < ' ' || c == 0x7f) {
        escaped.append(PercentCode.encode(String.valueOf(c)));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Nobody who sends a value can guess it, so no value can end its part. */
  private static String boundary() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return "patchbay-" + HexFormat.of().formatHex(bytes);
  }
}
