package io.patchbay.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The parts of a multipart body one by one, as its boundary is random. */
final class MultipartText {

  private MultipartText() {}

  /** Each part with its headers; the content of a file is left out. */
  static List<String> parts(String body) {
    String boundary = body.substring(0, body.indexOf("\r\n"));
    return Arrays.stream(body.split(java.util.regex.Pattern.quote(boundary)))
        .map(part -> part.replaceFirst("^\r\n", "").replaceFirst("\r\n$", ""))
        .filter(part -> !part.isEmpty() && !part.startsWith("--"))
        .map(part ->
            part.contains("content-of:") ? part.substring(0, part.indexOf("content-of:")) : part)
        .toList();
  }

  /** What curl would write for these parts. */
  static List<String> written(List<FormPart> parts) {
    List<String> written = new ArrayList<>();
    for (var part : parts) {
      var text = new StringBuilder("Content-Disposition: form-data");
      if (!part.name().isEmpty()) {
        text.append("; name=\"").append(part.name()).append('"');
      }
      if (part.filename() != null) {
        text.append("; filename=\"").append(part.filename()).append('"');
      }
      if (part.contentType() != null) {
        text.append("\r\nContent-Type: ").append(part.contentType());
      }
      part.headers()
          .forEach(h -> text.append("\r\n").append(h.name()).append(": ").append(h.text()));
      text.append("\r\n\r\n").append(part.text() == null ? "" : part.text());
      written.add(text.toString());
    }
    return written;
  }
}
