package io.patchbay.flow;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CredentialUsers;
import java.util.List;
import org.springframework.stereotype.Service;

/** Tells which nodes of flows authenticate or sign with a credential. */
@Service
public class FlowsWithCredential implements CredentialUsers {

  private final CredentialNodeRepository repository;

  FlowsWithCredential(CredentialNodeRepository repository) {
    this.repository = repository;
  }

  /** The nodes of drafts and live versions, in order of the flows' names. */
  public List<CredentialNode> nodes(Access access, String credential) {
    access.require(Role.VIEWER);
    return repository.list(access.workspace(), credential);
  }

  @Override
  public List<String> apisUsing(WorkspaceId workspace, String credentialName) {
    return List.of();
  }

  @Override
  public List<String> flowsUsing(WorkspaceId workspace, String credentialName) {
    return repository.list(workspace, credentialName).stream()
        .map(CredentialNode::flow)
        .distinct()
        .toList();
  }
}
