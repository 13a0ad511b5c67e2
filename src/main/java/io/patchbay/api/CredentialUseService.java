package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.credential.CredentialService;
import java.util.List;
import org.springframework.stereotype.Service;

/** Follows a credential through the APIs that use it to the flows that call these. */
@Service
public class CredentialUseService {

  private final CredentialService credentials;
  private final ApiService apis;

  CredentialUseService(CredentialService credentials, ApiService apis) {
    this.credentials = credentials;
    this.apis = apis;
  }

  /**
   * Which APIs use a credential of the workspace, and which steps call them.
   *
   * @throws io.patchbay.common.NotFoundException when there is none of that name
   */
  public List<CredentialUse> of(Access access, String credential) {
    return credentials.get(access, credential).usedBy().stream()
        .map(ref -> new CredentialUse(ref, apis.uses(access, ref)))
        .toList();
  }
}
