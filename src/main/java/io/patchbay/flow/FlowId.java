package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a flow for good; its slug may change, its id never does. */
public record FlowId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
