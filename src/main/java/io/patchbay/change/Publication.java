package io.patchbay.change;

import io.patchbay.api.ApiVersion;
import java.util.List;

/**
 * A draft that was published.
 *
 * @param level how far it differs from the version before
 * @param touched the steps that call the new version now and feel a change that is not safe
 */
public record Publication(
    ApiVersion version, Level level, List<Change> changes, List<TouchedUse> touched) {

  public Publication {
    changes = List.copyOf(changes);
    touched = List.copyOf(touched);
  }
}
