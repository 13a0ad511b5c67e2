package io.patchbay.ui.apis;

import io.patchbay.api.RequestBody;
import java.util.Locale;

/** The kinds of body that people tell apart; each covers several media types. */
enum BodyKind {
  JSON("JSON", RequestBody.JSON),
  FORM("Form", RequestBody.FORM),
  MULTIPART("Multipart", RequestBody.MULTIPART),
  TEXT("Text", "text/plain"),
  XML("XML", "application/xml"),
  BINARY("Binary", "application/octet-stream");

  final String title;

  /** The usual media type. */
  final String contentType;

  BodyKind(String title, String contentType) {
    this.title = title;
    this.contentType = contentType;
  }

  /** The kind of a media type; what is not known is binary. */
  static BodyKind of(String contentType) {
    String type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (type.equals("application/json")
        || type.endsWith("+json")
        || type.equals("text/json")
        || type.equals("*/*")) {
      return JSON;
    }
    if (type.equals(RequestBody.FORM)) {
      return FORM;
    }
    if (type.startsWith("multipart/")) {
      return MULTIPART;
    }
    if (type.endsWith("/xml") || type.endsWith("+xml")) {
      return XML;
    }
    return type.startsWith("text/")
            || type.endsWith("javascript")
            || type.endsWith("yaml")
            || type.endsWith("ndjson")
            || type.endsWith("graphql")
        ? TEXT
        : BINARY;
  }

  /** Whether the body is a value with fields. */
  boolean hasFields() {
    return this == JSON || this == FORM || this == MULTIPART || this == XML;
  }

  /** Whether single fields may have a way of their own to be written. */
  boolean hasEncoding() {
    return this == FORM || this == MULTIPART;
  }
}
