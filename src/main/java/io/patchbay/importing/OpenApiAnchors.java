package io.patchbay.importing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The schemas of a document that have a name of their own: {@code $anchor} and {@code $id}. */
final class OpenApiAnchors {

  private final Map<String, Spot> anchors = new HashMap<>();
  private final Map<String, Spot> ids = new HashMap<>();

  private OpenApiAnchors() {}

  static OpenApiAnchors of(SourceText document) {
    var found = new OpenApiAnchors();
    // Looking at the text first spares most documents the walk.
    if (document.text().contains("$id") || document.text().contains("nchor")) {
      found.collect(Spot.top(document), 0);
    }
    return found;
  }

  boolean hasIds() {
    return !ids.isEmpty();
  }

  Optional<Spot> anchor(String name) {
    return Optional.ofNullable(anchors.get(name));
  }

  Optional<Spot> id(String address) {
    return Optional.ofNullable(ids.get(address));
  }

  private void collect(Spot at, int depth) {
    JsonNode value = at.value();
    if (value.isArray()) {
      at.elements().forEach(element -> collect(element, depth + 1));
    } else if (value.isObject()) {
      at.textOf("$anchor").ifPresent(name -> anchors.putIfAbsent(name, at));
      at.textOf("$dynamicAnchor").ifPresent(name -> anchors.putIfAbsent(name, at));
      if (depth > 0) {
        at.textOf("$id").ifPresent(id -> ids.putIfAbsent(id, at));
      }
      at.members().forEach(member -> collect(member, depth + 1));
    }
  }
}
