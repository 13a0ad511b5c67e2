package io.patchbay.change;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The places of a method that have a schema before and after, to be compared together. */
final class SchemaPlaces {

  /**
   * One of them.
   *
   * @param where its path, for example {@code body.schema}
   * @param subject in a sentence, for example {@code the body}
   */
  record Place(
      String where,
      String subject,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      Direction direction) {}

  private final List<Place> places = new ArrayList<>();

  void add(
      String where,
      String subject,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      Direction direction) {
    if (before != null || after != null) {
      places.add(new Place(where, subject, before, after, direction));
    }
  }

  List<Place> all() {
    return places;
  }
}
