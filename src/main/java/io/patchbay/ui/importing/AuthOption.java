package io.patchbay.ui.importing;

import io.patchbay.api.Api;
import io.patchbay.api.SecurityScheme;
import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import io.patchbay.ui.credentials.CredentialKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
            auth(scheme)
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
    return auth instanceof Auth.None ? Optional.empty() : Optional.of(kind(auth));
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
    return auth instanceof Auth.None
        ? "None"
        : auth instanceof Auth.ApiKey key
            ? "%s in %s %s".formatted(kind(auth).title(), key.in().word(), key.name())
            : kind(auth).title();
  }

  /** What calls do for a scheme; nothing where there is no way yet. */
  private static Optional<Auth> auth(SecurityScheme scheme) {
    return Optional.ofNullable(
        switch (scheme.type()) {
          case "apiKey" -> new Auth.ApiKey(null, in(scheme.in()), String.valueOf(scheme.name()));
          case "http" ->
              switch (String.valueOf(scheme.scheme()).toLowerCase(Locale.ROOT)) {
                case "basic" -> new Auth.Basic(null);
                case "bearer" -> new Auth.Bearer(null);
                default -> null;
              };
          case "oauth2" ->
              scheme.flows().containsKey("clientCredentials")
                  ? new Auth.OAuth2ClientCredentials(null, List.of())
                  : new Auth.Bearer(null);
          case "openIdConnect" -> new Auth.Bearer(null);
          default -> null;
        });
  }

  private static Auth.ApiKey.In in(@Nullable String word) {
    for (Auth.ApiKey.In in : Auth.ApiKey.In.values()) {
      if (in.word().equals(word)) {
        return in;
      }
    }
    return Auth.ApiKey.In.HEADER;
  }
}
