package io.patchbay.common;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a workspace for good; its slug may change, its id never does. */
public record WorkspaceId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
