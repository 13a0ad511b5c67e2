package io.patchbay.common;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a user for good. */
public record UserId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
