package io.patchbay.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lists the fields of the data that a schema describes, level by level. */
public final class SchemaFields {

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> WORDS = Set.of("and", "or", "in", "true", "false", "null");

  private final Resolver resolver;

  private SchemaFields(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * The fields at the top: of the object, or of the objects in the list.
   *
   * @param references gives the schema for a {@code $ref}, for example {@code #/schemas/Pet}; null
   *     when there is none
   */
  public static List<SchemaField> of(
      JsonNode schema, Function<String, ? extends @Nullable JsonNode> references) {
    return new SchemaFields(new Resolver(references)).fields(schema, "");
  }

  /** The type of the whole in a word or two, as {@link SchemaField#type}. */
  public static String typeOf(
      JsonNode schema, Function<String, ? extends @Nullable JsonNode> references) {
    return TypeWords.word(schema, new Resolver(references));
  }

  /** A name as it is written in an expression: as is, or between backquotes. */
  public static String quoted(String name) {
    return PLAIN_NAME.matcher(name).matches() && !WORDS.contains(name) ? name : "`" + name + "`";
  }

  private List<SchemaField> fields(JsonNode schema, String path) {
    var objects = objects(schema, new LinkedHashSet<>());
    var properties = new LinkedHashMap<String, JsonNode>();
    for (JsonNode object : objects) {
      object
          .path("properties")
          .properties()
          .forEach(p -> properties.putIfAbsent(p.getKey(), p.getValue()));
    }
    var required = required(objects);
    var fields = new ArrayList<SchemaField>();
    for (Map.Entry<String, JsonNode> property : properties.entrySet()) {
      fields.add(
          field(
              property.getKey(), path, property.getValue(), required.contains(property.getKey())));
    }
    return List.copyOf(fields);
  }

  private SchemaField field(String name, String parent, JsonNode schema, boolean required) {
    String path = parent.isEmpty() ? quoted(name) : parent + "." + quoted(name);
    JsonNode resolved = resolver.resolve(schema);
    return new SchemaField(
        name,
        path,
        TypeWords.word(schema, resolver),
        required,
        text(resolved, "description"),
        text(resolved, "format"),
        enumValues(resolved),
        hasFields(schema),
        () -> fields(schema, path));
  }

  private boolean hasFields(JsonNode schema) {
    return objects(schema, new LinkedHashSet<>()).stream()
        .anyMatch(object -> !object.path("properties").isEmpty());
  }

  /** The schemas of objects in it: itself, its elements, its alternatives. */
  private List<JsonNode> objects(JsonNode schema, Set<JsonNode> visited) {
    if (!visited.add(schema)) {
      return List.of();
    }
    JsonNode resolved = resolver.resolve(schema);
    var objects = new ArrayList<JsonNode>();
    if (resolved.has("properties")) {
      objects.add(resolved);
    }
    if (resolved.path("items").isObject()) {
      objects.addAll(objects(resolved.get("items"), visited));
    }
    for (JsonNode option : Options.of(resolved)) {
      objects.addAll(objects(option, visited));
    }
    return objects;
  }

  /** With alternatives, only what all of them require is. */
  private static Set<String> required(List<JsonNode> objects) {
    Set<String> required = null;
    for (JsonNode object : objects) {
      var own = new LinkedHashSet<String>();
      object.path("required").forEach(name -> own.add(name.asString("")));
      if (required == null) {
        required = own;
      } else {
        required.retainAll(own);
      }
    }
    return required == null ? Set.of() : required;
  }

  private static @Nullable String text(JsonNode schema, String keyword) {
    String text = schema.path(keyword).asString("");
    return text.isEmpty() ? null : text;
  }

  private static List<String> enumValues(JsonNode schema) {
    var values = new ArrayList<String>();
    schema.path("enum").forEach(value -> values.add(value.asString("null")));
    return values;
  }
}
