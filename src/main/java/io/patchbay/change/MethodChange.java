package io.patchbay.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a merge does to one method.
 *
 * @param name its name afterwards; where it is removed, its name before
 */
public record MethodChange(
    String name, State state, List<Change> changes, List<Conflict> conflicts) {

  public MethodChange {
    changes = List.copyOf(changes);
    conflicts = List.copyOf(conflicts);
  }

  /** The worst that it does to those who use the method. */
  public Impact impact() {
    return changes.stream().map(Change::impact).reduce(Impact.SAFE, Impact::worse);
  }

  /** What becomes of a method. */
  public enum State {
    @JsonProperty("added")
    ADDED,
    @JsonProperty("removed")
    REMOVED,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("unchanged")
    UNCHANGED
  }
}
