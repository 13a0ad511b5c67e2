package io.patchbay.change;

import java.util.ArrayList;
import java.util.Comparator;
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
   * @param worst what a change there does at most
   */
  record Place(
      String where,
      String subject,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      Direction direction,
      Impact worst) {}

  private final List<Place> places = new ArrayList<>();

  void add(
      String where,
      String subject,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      Direction direction) {
    add(new Place(where, subject, before, after, direction, Impact.BREAKING));
  }

  /** Adds one where a change does no worse than {@link Place#worst}. */
  void add(Place place) {
    if (place.before() != null || place.after() != null) {
      places.add(place);
    }
  }

  /** All of them, those that matter most first. */
  List<Place> all() {
    return places.stream().sorted(Comparator.comparing(Place::worst).reversed()).toList();
  }
}
