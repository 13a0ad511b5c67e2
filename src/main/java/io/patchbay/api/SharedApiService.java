package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.credential.CredentialService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a workspace does about an API that another one shares with it. */
@Service
public class SharedApiService {

  private final Apis apis;
  private final ApiUseRepository uses;
  private final ShareRepository shares;
  private final CredentialBinding binding;
  private final CredentialService credentials;
  private final DefinitionChanges changes;
  private final AuditTrail audit;

  SharedApiService(
      Apis apis,
      ApiUseRepository uses,
      ShareRepository shares,
      CredentialBinding binding,
      CredentialService credentials,
      DefinitionChanges changes,
      AuditTrail audit) {
    this.apis = apis;
    this.uses = uses;
    this.shares = shares;
    this.binding = binding;
    this.credentials = credentials;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * The terms on which the workspace may use an API of another one.
   *
   * @throws ConflictException when it is the workspace's own
   */
  public Share get(Access access, String ref) {
    access.require(Role.VIEWER);
    return share(access, ref);
  }

  /**
   * Chooses which credential of this workspace calls of the API use; it is preferred to the owner's
   * and goes where its own origins let it go.
   *
   * @param credential absent for none of its own
   * @throws InvalidException when there is none of that name, or it does not fit the API
   */
  @Transactional
  public Share chooseCredential(Access access, String ref, @Nullable String credential) {
    access.require(Role.EDITOR);
    var api = apis.get(access.workspace(), ref);
    share(access, ref);
    if (credential != null) {
      requireFit(access, api, credential);
    }
    shares.choose(api.id(), access.workspace(), credential);
    binding.bind(access, credential, Addresses.of(api.api()));
    changes.bump();
    audit.record(access, "chose credential for API", ref, credential == null ? "none" : credential);
    return share(access, ref);
  }

  /**
   * Gives the API back: the workspace can use it no longer.
   *
   * @throws ConflictException naming the flows, when own flows call it
   */
  @Transactional
  public void leave(Access access, String ref) {
    access.require(Role.EDITOR);
    share(access, ref);
    var api = apis.get(access.workspace(), ref);
    var calling =
        uses.uses(api.id()).stream()
            .filter(use -> use.workspace().equals(access.workspaceSlug()))
            .toList();
    if (!calling.isEmpty()) {
      throw new ConflictException(
          "API '%s' is called by %s. Take its steps out of there first."
              .formatted(ref, ApiService.flows(access, api, calling)));
    }
    shares.delete(api.id(), access.workspaceSlug());
    changes.bump();
    audit.record(access, "left API", ref, null);
  }

  private Share share(Access access, String ref) {
    var share = apis.get(access.workspace(), ref).share();
    if (share == null) {
      throw new ConflictException(
          "API '%s' belongs to this workspace; nobody shares it with you.".formatted(ref));
    }
    return share;
  }

  private void requireFit(Access access, StoredApi api, String credential) {
    try {
      var view = credentials.get(access, credential);
      if (!api.api().auth().fits(view.settings())) {
        throw new InvalidException(
            "credential",
            "Credential '%s' is of kind %s, which is not how API '%s' authenticates."
                .formatted(credential, view.settings().kind(), api.ref()));
      }
    } catch (NotFoundException e) {
      throw new InvalidException(
          "credential", "There is no credential '%s' in this workspace.".formatted(credential));
    }
  }
}
