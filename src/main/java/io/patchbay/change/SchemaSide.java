package io.patchbay.change;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the schemas of one of two definitions: follows references, merges {@code allOf}. */
final class SchemaSide {

  static final String SHARED = "#/schemas/";

  /** Keywords that are words for people. */
  static final Set<String> WORDS =
      Set.of(
          "title",
          "description",
          "example",
          "examples",
          "externalDocs",
          "xml",
          "deprecated",
          "$comment",
          "summary");

  private static final int MOST_FOLLOWED = 50;

  private final Map<String, JsonNode> schemas;
  private final IdentityHashMap<JsonNode, FlatSchema> flat = new IdentityHashMap<>();

  SchemaSide(Map<String, JsonNode> schemas) {
    this.schemas = schemas;
  }

  /**
   * A schema behind those that only point to it.
   *
   * @param core where it really stands
   * @param moved whether that is another place
   * @param name of the shared schema that it is; absent for one that stands in place
   * @param nullable whether what pointed to it lets null in as well
   */
  record Target(JsonNode core, boolean moved, @Nullable String name, boolean nullable) {}

  /** Follows references and lone options, as long as nothing but words is said beside them. */
  Target target(JsonNode schema) {
    JsonNode at = schema;
    String name = null;
    boolean nullable = false;
    boolean moved = false;
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < MOST_FOLLOWED; i++) {
      JsonNode next = null;
      if (at instanceof ObjectNode object) {
        String reference = object.path("$ref").asString("");
        if (onlyBeside(object, "$ref") && seen.add(reference)) {
          next = schemas.get(name(reference));
          name = next == null ? name : name(reference);
        } else if (onlyBeside(object, "allOf") && object.path("allOf").size() == 1) {
          next = object.path("allOf").get(0);
        } else if (onlyBeside(object, "anyOf")) {
          next = loneOption(object.path("anyOf"));
        } else if (onlyBeside(object, "oneOf")) {
          next = loneOption(object.path("oneOf"));
        }
        if (next != null) {
          nullable |=
              object.path("nullable").asBoolean(false)
                  || object.path("anyOf").size() + object.path("oneOf").size() > 1;
        }
      }
      if (next == null) {
        break;
      }
      at = next;
      moved = true;
    }
    return new Target(at, moved, name, nullable);
  }

  /** The name of a shared schema in a reference; empty when it is none. */
  static String name(String reference) {
    if (!reference.startsWith(SHARED)) {
      return "";
    }
    String name = reference.substring(SHARED.length());
    if (name.indexOf('%') >= 0) {
      try {
        name = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return name;
      }
    }
    return name.replace("~1", "/").replace("~0", "~");
  }

  private static boolean onlyBeside(ObjectNode object, String keyword) {
    return object.has(keyword)
        && object.propertyNames().stream()
            .allMatch(other -> other.equals(keyword) || other.equals("nullable") || isWords(other));
  }

  static boolean isWords(String keyword) {
    return WORDS.contains(keyword) || keyword.startsWith("x-");
  }

  private static @Nullable JsonNode loneOption(JsonNode options) {
    List<JsonNode> others = new ArrayList<>();
    options.forEach(option -> {
      if (!isNull(option)) {
        others.add(option);
      }
    });
    return others.size() == 1 ? others.getFirst() : null;
  }

  static boolean isNull(JsonNode option) {
    return option.path("type").asString("").equals("null")
        || (option.path("enum").size() == 1 && option.path("enum").get(0).isNull());
  }

  /** All that a schema says at its place, {@code allOf} and references merged into it. */
  FlatSchema flat(JsonNode schema) {
    FlatSchema known = flat.get(schema);
    if (known == null) {
      known = new FlatSchema();
      gather(schema, known, new HashSet<>());
      flat.put(schema, known);
    }
    return known;
  }

  private void gather(JsonNode schema, FlatSchema result, Set<String> followed) {
    if (schema.isBoolean() && !schema.asBoolean()) {
      result.put("not", JsonNodeFactory.instance.objectNode());
    }
    if (!(schema instanceof ObjectNode object)) {
      return;
    }
    String reference = object.path("$ref").asString("");
    if (!reference.isEmpty() && followed.size() < MOST_FOLLOWED && followed.add(reference)) {
      JsonNode shared = schemas.get(name(reference));
      if (shared == null) {
        result.put("$ref", object.get("$ref"));
      } else {
        gather(shared, result, followed);
      }
    }
    for (JsonNode part : object.path("allOf")) {
      gather(part, result, followed);
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      JsonNode options = object.path(choice);
      JsonNode lone = options.isArray() ? loneOption(options) : null;
      if (lone != null) {
        gather(lone, result, followed);
        if (options.size() > 1) {
          result.allowNull();
        }
      } else {
        options.forEach(result::addOption);
      }
    }
    for (var entry : object.properties()) {
      switch (entry.getKey()) {
        case "$ref", "allOf", "oneOf", "anyOf" -> {}
        default -> result.put(entry.getKey(), entry.getValue());
      }
    }
  }
}
