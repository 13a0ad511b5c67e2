package io.patchbay.run;

import io.patchbay.common.WorkspaceId;

/** Takes the values of a workspace's secrets out of what is about to be written. */
@FunctionalInterface
public interface Redactor {

  /** The JSON with each secret's value masked; the same object when there is none in it. */
  String redact(WorkspaceId workspace, String json);
}
