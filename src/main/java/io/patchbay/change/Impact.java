package io.patchbay.change;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a change does to those who use an API; the later the worse. */
public enum Impact {
  /** Nobody has to do anything. */
  @JsonProperty("safe")
  SAFE,
  /** Some flows may have to change; it depends on what they send or read. */
  @JsonProperty("maybe")
  MAYBE,
  /** Flows that use it have to change. */
  @JsonProperty("breaking")
  BREAKING;

  public Impact worse(Impact other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
