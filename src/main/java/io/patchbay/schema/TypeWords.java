package io.patchbay.schema;

import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which kinds of values a schema takes, and how that is said in one or two words. */
final class TypeWords {

  private static final int MAX_NESTED = 3;

  private TypeWords() {}

  /** The kinds that it names or implies, without those of {@code oneOf}; empty for any. */
  static Set<Kind> kinds(JsonNode resolved) {
    var kinds = EnumSet.noneOf(Kind.class);
    JsonNode type = resolved.path("type");
    for (Kind kind : Kind.values()) {
      if (type.asString("").equals(kind.word()) || contains(type, kind.word())) {
        kinds.add(kind);
      }
    }
    if (kinds.isEmpty()) {
      addImplied(resolved, kinds);
    }
    if (!kinds.isEmpty() && resolved.path("nullable").asBoolean(false)) {
      kinds.add(Kind.NULL);
    }
    return kinds;
  }

  private static boolean contains(JsonNode array, String word) {
    for (JsonNode element : array) {
      if (element.asString("").equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static void addImplied(JsonNode resolved, Set<Kind> kinds) {
    if (resolved.has("properties") || resolved.has("additionalProperties")) {
      kinds.add(Kind.OBJECT);
    } else if (resolved.has("items")) {
      kinds.add(Kind.ARRAY);
    } else if (resolved.has("const")) {
      kinds.add(Kind.of(resolved.get("const")));
    } else if (resolved.has("enum")) {
      resolved.get("enum").forEach(value -> kinds.add(Kind.of(value)));
    }
  }

  /** For example {@code string}, {@code array<integer>}, {@code enum}, {@code one of}. */
  static String word(JsonNode schema, Resolver resolver) {
    return word(resolver.resolve(schema), resolver, MAX_NESTED);
  }

  private static String word(JsonNode resolved, Resolver resolver, int depth) {
    if (resolved.has("enum")) {
      return "enum";
    }
    if (Options.hasChoice(resolved)) {
      return Options.only(resolved, resolver)
          .map(only -> word(resolver.resolve(only), resolver, depth) + " or null")
          .orElse("one of");
    }
    var kinds = kinds(resolved);
    var words = kinds.stream().map(kind -> word(kind, resolved, resolver, depth)).toList();
    return words.isEmpty() ? "any" : String.join(" or ", words);
  }

  private static String word(Kind kind, JsonNode resolved, Resolver resolver, int depth) {
    JsonNode items = resolved.path("items");
    if (kind != Kind.ARRAY || !items.isObject() || depth == 0) {
      return kind.word();
    }
    return "array<" + word(resolver.resolve(items), resolver, depth - 1) + ">";
  }
}
