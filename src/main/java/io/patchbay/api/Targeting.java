package io.patchbay.api;

import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Auth;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a call takes in one environment.
 *
 * @param workspace that calls
 * @param shared the variables of the environment
 */
record Targeting(WorkspaceId workspace, @Nullable String environment, Map<String, String> shared) {

  /** What a guest may put into an address: no way to another path, query or user. */
  private static final Pattern PLAIN = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._:~\\[\\]-]*");

  /**
   * The target of a call.
   *
   * @param stored as it is kept now: who may use it, and what holds in environments
   * @param head in the version that is called
   */
  CallTarget target(
      StoredApi stored, Api head, ApiMethod method, @Nullable SemanticVersion version) {
    var override =
        environment == null
            ? ApiEnvironment.NONE
            : stored.api().environments().getOrDefault(environment, ApiEnvironment.NONE);
    var variables = Collections.unmodifiableMap(EffectiveApi.variables(head, override, shared));
    String api = override.baseUrl() == null ? head.baseUrl() : override.baseUrl();
    String elsewhere = method.baseUrl();
    check(stored, elsewhere == null ? api : elsewhere, override, variables);
    var share = stored.share();
    boolean ownersCredential =
        share != null && share.withCredential() && share.credential() == null;
    String credential =
        share != null && !ownersCredential
            ? share.credential()
            : override.credential() == null
                ? head.auth().credentialName().orElse(null)
                : override.credential();
    return new CallTarget(
        stored.id(),
        head.with(all -> {
          all.slug = stored.slug();
          all.baseUrl = Addresses.fill(api, variables);
          all.variables = variables;
          all.auth = head.auth().withCredential(credential);
          all.environments = Map.of();
          if (override.certificate() != null) {
            all.tls =
                Optional.ofNullable(head.tls()).orElse(Tls.USUAL).with(override.certificate());
            if (head.auth() instanceof Auth.ClientCertificate) {
              all.auth = new Auth.ClientCertificate(override.certificate());
            }
          }
        }),
        elsewhere == null
            ? method
            : method.with(m -> m.baseUrl = Addresses.fill(elsewhere, variables)),
        share != null && ownersCredential ? share.owner() : workspace,
        version,
        variables,
        !variables.equals(shared));
  }

  private void check(
      StoredApi stored, String address, ApiEnvironment override, Map<String, String> variables) {
    for (String name : Addresses.names(address)) {
      String value = variables.get(name);
      if (value == null) {
        throw new NotCallableException(
            "A variable has no value",
            "The address %s of API '%s' needs a value for '%s'. Give it one in the API%s."
                .formatted(
                    address,
                    stored.ref(),
                    name,
                    environment == null
                        ? ", or run in an environment that has one"
                        : " or in environment '%s'".formatted(environment)));
      }
      boolean isGuests =
          stored.share() != null
              && shared.containsKey(name)
              && !override.variables().containsKey(name);
      if (isGuests && !PLAIN.matcher(value).matches()) {
        throw new NotCallableException(
            "A variable does not fit into the address",
            "Variable '%s' of environment '%s' stands in the address of API '%s', which another workspace shares; it may hold letters, digits, '.', '-', '_', '~' and ':' only."
                .formatted(name, environment, stored.ref()));
      }
    }
  }
}
