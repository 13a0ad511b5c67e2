package io.patchbay.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a run for good; ids of later runs sort after those of earlier ones. */
public record RunId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
