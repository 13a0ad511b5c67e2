package io.patchbay.ui.importing;

import io.patchbay.api.Api;
import io.patchbay.api.SchemeAuth;
import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import io.patchbay.ui.credentials.CredentialKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to authenticate that can be chosen for an API that was read.
 *
 * @param label the name of the scheme in the source, and its kind
 */
record AuthOption(String label, Auth auth) {

  /** What the source offers, the one that is proposed first, and no authentication at all. */
  static List<AuthOption> of(Api api) {
    var options = new ArrayList<AuthOption>();
    api.securitySchemes()
        .forEach((name, scheme) ->
            SchemeAuth.of(scheme)
                .ifPresent(auth -> {
                  boolean proposed =
                      auth.getClass().equals(api.auth().getClass()) && same(auth, api);
                  options.add(
                      new AuthOption(name + ", " + title(auth), proposed ? api.auth() : auth));
                }));
    if (!(api.auth() instanceof Auth.None)
        && options.stream().noneMatch(option -> option.auth().equals(api.auth()))) {
      options.add(new AuthOption("As in the source: " + title(api.auth()), api.auth()));
    }
    options.sort(
        (a, b) -> Boolean.compare(b.auth().equals(api.auth()), a.auth().equals(api.auth())));
    options.add(new AuthOption("None", new Auth.None()));
    return options;
  }

  /** The kind of credential that it wants; nothing when it wants none. */
  Optional<CredentialKind> kind() {
    return auth.needsCredential() ? Optional.of(kind(auth)) : Optional.empty();
  }

  private static boolean same(Auth auth, Api api) {
    return !(auth instanceof Auth.ApiKey key)
        || (api.auth() instanceof Auth.ApiKey proposed
            && proposed.in() == key.in()
            && proposed.name().equals(key.name()));
  }

  private static CredentialKind kind(Auth auth) {
    return CredentialKind.of(Json.toTree(auth).path("kind").asString(""));
  }

  private static String title(Auth auth) {
    return switch (auth) {
      case Auth.None _ -> "None";
      case Auth.ClientCertificate _ -> "Client certificate";
      case Auth.ApiKey key ->
          "%s in %s %s".formatted(kind(auth).title(), key.in().word(), key.name());
      case Auth other -> kind(other).title();
    };
  }
}
