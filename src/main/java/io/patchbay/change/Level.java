package io.patchbay.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.patchbay.api.SemanticVersion;

/** How much two definitions differ, as the part of a version number that counts up. */
public enum Level {
  /** They do not differ. */
  @JsonProperty("none")
  NONE,
  /** Words, or what nobody sees in a flow. */
  @JsonProperty("patch")
  PATCH,
  /** It can do more, or some flows should be looked at. */
  @JsonProperty("minor")
  MINOR,
  /** Flows have to change. */
  @JsonProperty("major")
  MAJOR;

  /** The version after that one; the same when nothing differs. */
  public SemanticVersion after(SemanticVersion version) {
    return switch (this) {
      case NONE -> version;
      case PATCH -> version.nextPatch();
      case MINOR -> version.nextMinor();
      case MAJOR -> version.nextMajor();
    };
  }
}
