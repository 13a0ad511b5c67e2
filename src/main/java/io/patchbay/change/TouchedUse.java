package io.patchbay.change;

import io.patchbay.api.ApiUse;
import java.util.List;

/**
 * A step of a flow that changes touch.
 *
 * @param use the step and what it calls
 * @param impact of the worst change
 * @param changes those of the method that it calls, and those of the API that all its methods feel
 */
public record TouchedUse(ApiUse use, Impact impact, List<Change> changes) {

  public TouchedUse {
    changes = List.copyOf(changes);
  }
}
