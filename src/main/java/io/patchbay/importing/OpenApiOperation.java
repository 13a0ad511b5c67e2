package io.patchbay.importing;

import io.patchbay.api.Verb;
import java.util.List;
import java.util.Optional;

/**
 * An operation before it is read.
 *
 * @param items the path items that it stands in: what a reference leads to, then what stands beside
 *     the reference, which holds over it
 * @param operation its own place
 */
record OpenApiOperation(List<Spot> items, OpenApiPath path, Verb verb, Spot operation) {

  /** What the operation says of a key or, where it says nothing, its path item. */
  Spot field(String key) {
    return Optional.of(operation.field(key))
        .filter(Spot::isGiven)
        .or(() ->
            items.reversed().stream().map(i -> i.field(key)).filter(Spot::isGiven).findFirst())
        .orElseGet(() -> operation.field(key));
  }
}
