package io.patchbay.ui.apis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the fields of a value that its schema does not have. */
final class UnknownFields {

  private static final int MOST = 50;

  /**
   * A field that is missing.
   *
   * @param shown its path as people write it, for example {@code owner.team}
   * @param schema the named schema that it is missing in; empty for the one that was given
   * @param object the way to the object that it belongs to, in that schema
   * @param value what it held
   */
  record Unknown(String shown, String schema, List<String> object, String name, JsonNode value) {}

  private final Function<String, @Nullable JsonNode> references;
  private final List<Unknown> found = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  private UnknownFields(Function<String, @Nullable JsonNode> references) {
    this.references = references;
  }

  /**
   * The fields of {@code value} that {@code schema} does not name; none where it names no field.
   */
  static List<Unknown> of(
      JsonNode schema, JsonNode value, Function<String, @Nullable JsonNode> references) {
    var search = new UnknownFields(references);
    search.look(new Place("", List.of(), ""), schema, value);
    return List.copyOf(search.found);
  }

  private record Place(String schema, List<String> path, String shown) {

    Place below(String... steps) {
      var longer = new ArrayList<>(path);
      longer.addAll(List.of(steps));
      return new Place(schema, List.copyOf(longer), shown);
    }

    Place named(String name) {
      return new Place(schema, path, shown.isEmpty() ? name : shown + "." + name);
    }
  }

  private void look(Place at, JsonNode schema, JsonNode value) {
    List<String> inside = Nulls.inner(schema);
    JsonNode inner = SchemaPaths.at(schema, inside);
    Place place = inside.isEmpty() ? at : at.below(inside.toArray(String[]::new));
    switch (SchemaType.of(inner)) {
      case NAMED -> follow(place, inner.path("$ref").asString(""), value);
      case OBJECT -> object(place, inner, value);
      case MAP -> {
        if (value.isObject()) {
          for (JsonNode one : value) {
            look(place.below("additionalProperties"), inner.path("additionalProperties"), one);
          }
        }
      }
      case LIST -> {
        if (value.isArray() && inner.has("items")) {
          for (JsonNode one : value) {
            look(place.below("items"), inner.path("items"), one);
          }
        }
      }
      case TEXT, WHOLE, NUMBER, BOOLEAN, DATE, DATE_TIME, FILE, CHOICE, ALL_OF, ANY -> {}
    }
  }

  private void follow(Place place, String reference, JsonNode value) {
    JsonNode named = references.apply(reference);
    if (named != null && reference.startsWith(SchemaDrafts.PREFIX) && !value.isNull()) {
      String name = reference.substring(SchemaDrafts.PREFIX.length());
      look(new Place(name, List.of(), place.shown()), named, value);
    }
  }

  private void object(Place place, JsonNode schema, JsonNode value) {
    JsonNode fields = schema.path("properties");
    if (!value.isObject() || fields.isEmpty() || schema.path("additionalProperties").isObject()) {
      return;
    }
    for (var entry : value.properties()) {
      Place named = place.named(entry.getKey());
      JsonNode field = fields.get(entry.getKey());
      if (field != null) {
        look(named.below("properties", entry.getKey()), field, entry.getValue());
      } else if (found.size() < MOST && told.add(named.shown())) {
        found.add(
            new Unknown(
                named.shown(), place.schema(), place.path(), entry.getKey(), entry.getValue()));
      }
    }
  }
}
