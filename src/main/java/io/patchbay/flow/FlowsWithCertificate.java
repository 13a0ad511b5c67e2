package io.patchbay.flow;

import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CertificateUser;
import io.patchbay.credential.CertificateUsers;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells which flows have a step that shows a certificate. */
@Component
class FlowsWithCertificate implements CertificateUsers {

  private final FlowRepository repository;

  FlowsWithCertificate(FlowRepository repository) {
    this.repository = repository;
  }

  @Override
  public List<CertificateUser> using(WorkspaceId workspace, String certificate) {
    return repository.flowsWithCertificate(workspace, certificate).stream()
        .map(slug -> new CertificateUser(CertificateUser.Kind.FLOW, slug))
        .toList();
  }
}
