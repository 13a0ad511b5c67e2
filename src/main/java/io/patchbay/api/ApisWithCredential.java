package io.patchbay.api;

import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CredentialUsers;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the vault which APIs refer to a credential. */
@Component
class ApisWithCredential implements CredentialUsers {

  private final ApiUseRepository repository;

  ApisWithCredential(ApiUseRepository repository) {
    this.repository = repository;
  }

  @Override
  public List<String> apisUsing(WorkspaceId workspace, String credentialName) {
    return repository.apisWithCredential(workspace, credentialName);
  }
}
