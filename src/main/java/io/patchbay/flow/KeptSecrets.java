package io.patchbay.flow;

import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CertificateStore;
import io.patchbay.credential.CredentialStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which credentials and certificates steps can name. */
@Component
class KeptSecrets {

  private final CredentialStore credentials;
  private final CertificateStore certificates;

  KeptSecrets(CredentialStore credentials, CertificateStore certificates) {
    this.credentials = credentials;
    this.certificates = certificates;
  }

  /** The kind of the credential; empty when there is none of that name. */
  Optional<String> credentialKind(WorkspaceId workspace, String name) {
    return credentials.find(workspace, name).map(credential -> credential.settings().kind());
  }

  boolean hasCertificate(WorkspaceId workspace, String name) {
    return certificates.find(workspace, name).isPresent();
  }
}
