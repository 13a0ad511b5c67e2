package io.patchbay.engine;

import io.patchbay.api.Customization;
import io.patchbay.common.WorkspaceId;
import java.util.List;

/**
 * What a step is compiled within.
 *
 * @param customizations that are patched to the step, in the order of their cables
 */
public record CompileContext(WorkspaceId workspace, List<Customization> customizations) {

  public CompileContext {
    customizations = List.copyOf(customizations);
  }
}
