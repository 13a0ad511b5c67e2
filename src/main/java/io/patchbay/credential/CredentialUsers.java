package io.patchbay.credential;

import io.patchbay.common.WorkspaceId;
import java.util.List;

/** Knows who refers to credentials; implemented by the packages that do. */
public interface CredentialUsers {

  /** The slugs of the APIs that refer to the credential, in order of name. */
  List<String> apisUsing(WorkspaceId workspace, String credentialName);

  /** The slugs of the flows whose nodes name the credential, in order of name. */
  default List<String> flowsUsing(WorkspaceId workspace, String credentialName) {
    return List.of();
  }
}
