package io.patchbay.api;

import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CertificateUser;
import io.patchbay.credential.CertificateUsers;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells which APIs refer to a certificate. */
@Component
class ApisWithCertificate implements CertificateUsers {

  private final ApiUseRepository repository;

  ApisWithCertificate(ApiUseRepository repository) {
    this.repository = repository;
  }

  @Override
  public List<CertificateUser> using(WorkspaceId workspace, String certificate) {
    return repository.apisWithCertificate(workspace, certificate).stream()
        .map(slug -> new CertificateUser(CertificateUser.Kind.API, slug))
        .toList();
  }
}
