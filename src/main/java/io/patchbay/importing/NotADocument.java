package io.patchbay.importing;

import java.util.Locale;

/** Says what a text is that holds neither JSON nor YAML. */
final class NotADocument {

  private NotADocument() {}

  /** Whether the text begins as something that is known to be neither. */
  static boolean isKnown(String text) {
    return !kind(text).isEmpty();
  }

  /** What it is, and what to do. */
  static String sentence(String text) {
    if (text.isBlank()) {
      return "There is nothing in it.";
    }
    String kind = kind(text);
    return kind.isEmpty() ? "This is neither a JSON nor a YAML document." : kind;
  }

  private static String kind(String text) {
    String start =
        text.substring(0, Math.min(text.length(), 500)).stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return "This is a web page, perhaps the documentation of an API. Look there for a link to its"
          + " OpenAPI description, often openapi.json or swagger.yaml.";
    }
    if (start.startsWith("<")) {
      return start.contains("wsdl")
          ? "This is a WSDL description of a SOAP service, which cannot be imported."
          : "This is XML, which cannot be imported.";
    }
    if (start.startsWith("#%raml")) {
      return "This is RAML. Convert it to OpenAPI first.";
    }
    if (start.startsWith("format: 1a")) {
      return "This is API Blueprint. Convert it to OpenAPI first.";
    }
    return "";
  }
}
