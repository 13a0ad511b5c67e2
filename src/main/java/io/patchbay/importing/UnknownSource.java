package io.patchbay.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Says what a text looks like that no reader takes. */
final class UnknownSource {

  private static final String WANTED =
      "Give an OpenAPI description, a Postman collection, a HAR file, cURL commands or a document of"
          + " patchbay/api@1.";

  private static final Pattern GRAPHQL =
      Pattern.compile(
          "(?m)^\\s*(schema|type \\w+|extend type \\w+|interface \\w+|directive @\\w+)\\b");
  private static final Pattern PROTOBUF = Pattern.compile("(?m)^\\s*syntax\\s*=\\s*\"proto[23]\"");
  private static final int MOST_FIELDS = 6;

  private UnknownSource() {}

  /** What it is, and what to do. */
  static String sentence(SourceText source) {
    return source
        .tree()
        .map(tree -> ofTree(tree) + " " + WANTED)
        .or(source::problem)
        .orElseGet(() -> ofText(source.text()) + " " + WANTED);
  }

  private static String ofTree(JsonNode tree) {
    if (tree.isArray()) {
      return "This is a list of %,d things, no description of an API.".formatted(tree.size());
    }
    if (tree.has("asyncapi")) {
      return "This is an AsyncAPI document, which describes messages, not calls.";
    }
    if (tree.has("swaggerVersion")) {
      return "This is Swagger %s; 2.0 and later can be read. Convert it first."
          .formatted(tree.path("swaggerVersion").asString("1.2"));
    }
    if (tree.has("_postman_variable_scope")) {
      return "This is a Postman environment: variables without any request. Export the collection.";
    }
    if (tree.has("_type") && tree.path("resources").isArray()) {
      return "This is an export of Insomnia. Export it as HAR or OpenAPI instead.";
    }
    if (tree.has("kind") && tree.path("rootUrl").isString()) {
      return "This is a Google discovery document. Convert it to OpenAPI first.";
    }
    if (tree.path("format").isString()
        && tree.path("format").stringValue().startsWith("patchbay/")) {
      return "This is a document of '%s'.".formatted(tree.path("format").stringValue());
    }
    if (tree.has("paths")) {
      return "This looks like a part of an OpenAPI description: it has paths, but no field 'openapi'"
          + " or 'swagger'. Import the whole description.";
    }
    if (tree.has("$schema")
        || tree.has("properties")
        || tree.has("$defs")
        || tree.has("components")) {
      return "This looks like schemas only, without any path.";
    }
    return "This is no description of an API that is known; at its top it has "
        + fields(tree)
        + ".";
  }

  private static String fields(JsonNode tree) {
    List<String> names = new ArrayList<>(tree.propertyNames());
    if (names.isEmpty()) {
      return "nothing";
    }
    var shown = names.stream().limit(MOST_FIELDS).map(name -> "'" + shortened(name) + "'").toList();
    return String.join(", ", shown) + (names.size() > MOST_FIELDS ? " and more" : "");
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }

  private static String ofText(String text) {
    String start = text.substring(0, Math.min(text.length(), 2_000)).strip();
    if (start.isEmpty()) {
      return "There is nothing in it.";
    }
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      return "This is a web page. Look there for a link to the description, often openapi.json or"
          + " swagger.yaml.";
    }
    if (start.startsWith("<")) {
      return lower.contains("wsdl")
          ? "This is a WSDL description of a SOAP service."
          : lower.contains("wadl") ? "This is WADL. Convert it to OpenAPI first." : "This is XML.";
    }
    if (PROTOBUF.matcher(start).find()) {
      return "This is a Protocol Buffers file.";
    }
    if (GRAPHQL.matcher(start).find()) {
      return "This looks like a GraphQL schema.";
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return "This begins as JSON but cannot be read to its end; perhaps it is cut off.";
    }
    return "This is text in which nothing is recognised.";
  }
}
