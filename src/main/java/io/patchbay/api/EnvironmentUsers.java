package io.patchbay.api;

import io.patchbay.common.WorkspaceId;
import java.util.List;

/** Knows who names environments; implemented by the packages that do. */
public interface EnvironmentUsers {

  /**
   * Who names the environment, for a message: for example {@code webhook 'in' of flow 'Orders'}.
   */
  List<String> naming(WorkspaceId workspace, String environment);
}
