package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialStore;
import io.patchbay.credential.Origin;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the credential that a call names, and lets it go only where it fits and may be sent. */
@Component
class CredentialChoice {

  private final CredentialStore credentials;

  CredentialChoice(CredentialStore credentials) {
    this.credentials = credentials;
  }

  /**
   * The credential that the call authenticates with.
   *
   * @throws CallRefused when there is none, it is of another kind, or may not be sent there
   */
  Credential choose(Call call, Auth auth) {
    return choose(call, auth, call.identity().credentials());
  }

  /**
   * The same, where the credential is of that workspace.
   *
   * @throws CallRefused when there is none, it is of another kind, or may not be sent there
   */
  Credential choose(Call call, Auth auth, WorkspaceId workspace) {
    var api = call.request().api().name();
    var isGuest = !call.request().workspace().equals(workspace);
    var name =
        auth.credentialName()
            .orElseThrow(() ->
                CallRefused.configuration(
                    "API '%s' authenticates, but no credential is chosen in it.".formatted(api)));
    var found =
        credentials
            .find(workspace, name)
            .orElseThrow(() ->
                CallRefused.configuration(
                    isGuest
                        ? "The credential that is shared with API '%s' is not there. Ask its owners."
                            .formatted(api)
                        : "API '%s' uses the credential '%s', which does not exist."
                            .formatted(api, name)));
    requireFit(auth, found, api, isGuest);
    return bound(call, found, isGuest);
  }

  /** Whether the credential of the call may be sent to that server too. */
  boolean mayGoTo(Call call, Origin origin) {
    return call.identity()
        .auth()
        .credentialName()
        .flatMap(name -> credentials.find(call.identity().credentials(), name))
        .filter(found -> found.origins().contains(origin))
        .isPresent();
  }

  private static void requireFit(Auth auth, Credential credential, String api, boolean isGuest) {
    if (!auth.fits(credential.settings())) {
      throw CallRefused.configuration(
          isGuest
              ? "API '%s' cannot authenticate with the credential that is shared with it. Ask its owners."
                  .formatted(api)
              : "API '%s' cannot authenticate with credential '%s', which is of kind %s."
                  .formatted(api, credential.name(), credential.settings().kind()));
    }
  }

  private Credential bound(Call call, Credential found, boolean isGuest) {
    var origin = call.plan().origin();
    // Only its owners' first call says where it may go.
    var bound = isGuest ? found : credentials.bound(found, call.plan().apiOrigin());
    if (bound.origins().contains(origin)) {
      return bound;
    }
    throw refused(
        isGuest
            ? "The credential that is shared with API '%s' may not be sent to %s. Ask its owners."
                .formatted(call.request().api().name(), origin)
            : "%s is sent to %s, but credential '%s' may be sent to %s only. If that is right, add %s to the origins of the credential and enter its secret again."
                .formatted(
                    call.request().method().name(),
                    origin,
                    found.name(),
                    String.join(", ", texts(bound)),
                    origin));
  }

  private static CallRefused refused(String detail) {
    return new CallRefused(
        Failure.of(Failure.Kind.AUTH, "The credential may not be sent there", detail));
  }

  private static List<String> texts(Credential credential) {
    return credential.origins().stream().map(Object::toString).sorted().toList();
  }
}
