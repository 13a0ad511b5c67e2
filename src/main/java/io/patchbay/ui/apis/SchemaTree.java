package io.patchbay.ui.apis;

import io.patchbay.ui.apis.SchemaRow.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The lines of a schema: those that are open, and nothing below those that are not. */
final class SchemaTree {

  /** Most lines; what is more is found in the JSON. */
  static final int MOST = 600;

  /** Stands in a path for "in the schema that is referred to". */
  private static final String FOLLOW = "$ref";

  private final Function<String, @Nullable JsonNode> references;
  private final Set<String> open;
  private final List<SchemaRow> rows = new ArrayList<>();

  private SchemaTree(Function<String, @Nullable JsonNode> references, Set<String> open) {
    this.references = references;
    this.open = open;
  }

  /**
   * The lines to show.
   *
   * @param references gives the schema for a {@code $ref}
   * @param open keys of the lines that are open
   */
  static List<SchemaRow> rows(
      JsonNode root,
      String name,
      Function<String, @Nullable JsonNode> references,
      Set<String> open) {
    var tree = new SchemaTree(references, open);
    tree.add(new Place(List.of(), 0, false), Kind.ROOT, name, root, false);
    return tree.rows;
  }

  private record Place(List<String> path, int depth, boolean foreign) {

    Place below(String... steps) {
      var longer = new ArrayList<>(path);
      longer.addAll(List.of(steps));
      return new Place(List.copyOf(longer), depth + 1, foreign);
    }

    Place through(List<String> steps) {
      var longer = new ArrayList<>(path);
      longer.addAll(steps);
      return new Place(List.copyOf(longer), depth, foreign);
    }
  }

  private void add(Place place, Kind kind, String name, JsonNode schema, boolean required) {
    if (rows.size() >= MOST) {
      return;
    }
    Place core = place.through(Nulls.inner(schema));
    JsonNode inner = SchemaPaths.at(schema, Nulls.inner(schema));
    var row =
        new SchemaRow(
            place.path(),
            core.path(),
            kind,
            name,
            place.depth(),
            inner,
            required,
            Nulls.allowed(schema),
            place.foreign(),
            expandable(inner));
    rows.add(row);
    if (row.expandable() && open.contains(row.key())) {
      children(core, inner);
    }
  }

  private static boolean expandable(JsonNode schema) {
    return switch (SchemaType.of(schema)) {
      case OBJECT, MAP, LIST, NAMED, CHOICE, ALL_OF -> true;
      case TEXT, WHOLE, NUMBER, BOOLEAN, DATE, DATE_TIME, FILE, ANY -> false;
    };
  }

  private void children(Place place, JsonNode schema) {
    switch (SchemaType.of(schema)) {
      case OBJECT -> fields(place, schema);
      case MAP ->
          add(
              place.below("additionalProperties"),
              Kind.VALUE,
              "each value",
              schema.path("additionalProperties"),
              false);
      case LIST -> elements(place, schema.path("items"));
      case NAMED -> {
        JsonNode named = references.apply(schema.path("$ref").asString(""));
        if (named != null) {
          var there = new Place(place.through(List.of(FOLLOW)).path(), place.depth(), true);
          children(there.through(Nulls.inner(named)), SchemaPaths.at(named, Nulls.inner(named)));
        }
      }
      case CHOICE -> options(place, schema, schema.has("oneOf") ? "oneOf" : "anyOf", "option");
      case ALL_OF -> {
        options(place, schema, "allOf", "part");
        fields(place, schema);
      }
      case TEXT, WHOLE, NUMBER, BOOLEAN, DATE, DATE_TIME, FILE, ANY -> {}
    }
  }

  private void fields(Place place, JsonNode schema) {
    Set<String> required = SchemaPaths.required(schema);
    schema
        .path("properties")
        .properties()
        .forEach(field ->
            add(
                place.below("properties", field.getKey()),
                Kind.FIELD,
                field.getKey(),
                field.getValue(),
                required.contains(field.getKey())));
  }

  /** The fields of the elements where these are objects, else the element itself. */
  private void elements(Place place, JsonNode items) {
    if (SchemaType.of(items) == SchemaType.OBJECT && !Nulls.allowed(items)) {
      fields(place.through(List.of("items")), items);
    } else if (!items.isMissingNode()) {
      add(place.below("items"), Kind.ELEMENT, "each element", items, false);
    }
  }

  private void options(Place place, JsonNode schema, String keyword, String word) {
    int i = 0;
    for (JsonNode option : schema.path(keyword)) {
      String title = option.path("title").asString("");
      add(
          place.below(keyword, String.valueOf(i)),
          Kind.OPTION,
          title.isEmpty() ? word + " " + (i + 1) : title,
          option,
          false);
      i++;
    }
  }
}
