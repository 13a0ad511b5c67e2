package io.patchbay.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A named set of variables of a workspace, for example {@code staging}; APIs say for each what they
 * do otherwise there.
 *
 * @param name in addresses and documents, a slug
 * @param description for people
 * @param variables expressions see them as {@code env.name}, addresses as {@code {name}}
 * @param revision counts its changes
 */
public record Environment(
    String name, String description, Map<String, String> variables, long revision) {

  public Environment {
    description = description == null ? "" : description;
    variables =
        variables == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
