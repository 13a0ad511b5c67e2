package io.patchbay.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The alternatives of {@code oneOf} and {@code anyOf}. */
final class Options {

  private Options() {}

  static boolean hasChoice(JsonNode resolved) {
    return !of(resolved).isEmpty();
  }

  static List<JsonNode> of(JsonNode resolved) {
    var options = new ArrayList<JsonNode>();
    resolved.path("oneOf").forEach(options::add);
    resolved.path("anyOf").forEach(options::add);
    return options;
  }

  /** The one alternative to null, when there is but one. */
  static Optional<JsonNode> only(JsonNode resolved, Resolver resolver) {
    var all = of(resolved);
    var others =
        all.stream()
            .filter(o -> !TypeWords.kinds(resolver.resolve(o)).equals(Set.of(Kind.NULL)))
            .toList();
    return others.size() == 1 && all.size() == 2
        ? Optional.of(others.getFirst())
        : Optional.empty();
  }
}
