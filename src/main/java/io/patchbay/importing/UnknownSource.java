package io.patchbay.importing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Says what a text looks like that no reader takes. */
final class UnknownSource {

  private static final String WANTED =
      " Give an OpenAPI description, a Postman collection, a HAR file, cURL commands or a document of"
          + " patchbay/api@1.";

  private static final Pattern GRAPHQL =
      Pattern.compile(
          "(?m)^\\s*(schema|type \\w+|extend type \\w+|interface \\w+|directive @\\w+)\\b");
  private static final Pattern PROTOBUF = Pattern.compile("(?m)^\\s*syntax\\s*=\\s*\"proto[23]\"");
  private static final Set<String> VERBS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final int MOST_FIELDS = 6;
  private static final int LONGEST_FIELD = 40;

  private UnknownSource() {}

  /** What it is, and what to do. */
  static String sentence(SourceText source) {
    return source
        .tree()
        .map(UnknownSource::ofTree)
        .or(() -> source.problem().map(problem -> problem + WANTED))
        .orElseGet(() -> ofText(source.text()));
  }

  private static String ofTree(JsonNode tree) {
    if (tree.isArray()) {
      return "This is a list of %,d things, no description of an API.".formatted(tree.size())
          + WANTED;
    }
    return otherTool(tree)
        .or(() -> fragment(tree))
        .orElseGet(() ->
            "This is no description of an API that is known; at its top it has %s."
                    .formatted(fields(tree))
                + WANTED);
  }

  private static Optional<String> otherTool(JsonNode tree) {
    if (tree.has("asyncapi")) {
      return Optional.of(
          "This is an AsyncAPI document, which describes messages, not calls." + WANTED);
    }
    if (tree.has("swaggerVersion")) {
      return Optional.of(
          "This is Swagger %s; 2.0 and later can be read. Convert it first."
              .formatted(tree.path("swaggerVersion").asString("1.2")));
    }
    if (tree.has("requests") && tree.has("order")) {
      return Optional.of(
          "This is a Postman collection of version 1. Export it as Collection v2.1.");
    }
    if (tree.has("_postman_variable_scope")) {
      return Optional.of(
          "This is a Postman environment: variables without any request. Export the collection.");
    }
    if (tree.has("_type") && tree.path("resources").isArray()) {
      return Optional.of("This is an export of Insomnia. Export it as HAR or OpenAPI instead.");
    }
    return tree.has("kind") && tree.path("rootUrl").isString()
        ? Optional.of("This is a Google discovery document. Convert it to OpenAPI first.")
        : Optional.empty();
  }

  private static Optional<String> fragment(JsonNode tree) {
    if (tree.path("format").asString("").startsWith("patchbay/")) {
      return Optional.of(
          "This is a document of '%s', no API.".formatted(tree.path("format").stringValue())
              + WANTED);
    }
    if (tree.has("paths")) {
      return Optional.of(
          "This looks like a part of an OpenAPI description: it has paths, but no field 'openapi'"
              + " or 'swagger'. Import the whole description.");
    }
    if (tree.propertyNames().stream().anyMatch(VERBS::contains) || tree.has("responses")) {
      return Optional.of(
          "This looks like a part of an OpenAPI description that others refer to. Import the whole"
              + " description, this file along with it.");
    }
    return tree.has("$schema")
            || tree.has("properties")
            || tree.has("$defs")
            || tree.has("components")
        ? Optional.of(
            "This looks like schemas only, without any path. Import the description that refers to"
                + " them, this file along with it.")
        : Optional.empty();
  }

  private static String fields(JsonNode tree) {
    var names = List.copyOf(tree.propertyNames());
    if (names.isEmpty()) {
      return "nothing";
    }
    var shown = names.stream().limit(MOST_FIELDS).map(name -> "'" + shortened(name) + "'").toList();
    return String.join(", ", shown) + (names.size() > MOST_FIELDS ? " and more" : "");
  }

  private static String shortened(String name) {
    return name.length() > LONGEST_FIELD ? name.substring(0, LONGEST_FIELD) + "…" : name;
  }

  private static String ofText(String text) {
    if (text.isBlank() || NotADocument.isKnown(text)) {
      return NotADocument.sentence(text);
    }
    String start = text.substring(0, Math.min(text.length(), 2_000)).strip();
    if (PROTOBUF.matcher(start).find()) {
      return "This is a Protocol Buffers file." + WANTED;
    }
    if (GRAPHQL.matcher(start).find()) {
      return "This looks like a GraphQL schema." + WANTED;
    }
    return "This is text in which nothing is recognised." + WANTED;
  }
}
