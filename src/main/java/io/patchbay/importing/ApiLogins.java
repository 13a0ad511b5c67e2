package io.patchbay.importing;

import io.patchbay.api.SecurityScheme;
import io.patchbay.credential.Auth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The logins of an API: the one that most exchanges have, and the others. */
final class ApiLogins {

  private final List<Login> logins;
  private final @Nullable Login main;
  private final List<String> where;

  private ApiLogins(List<Login> logins, @Nullable Login main, List<String> where) {
    this.logins = logins;
    this.main = main;
    this.where = where;
  }

  static ApiLogins of(List<SecretSweep.Swept> swept) {
    List<Login> all = new ArrayList<>();
    List<String> where = new ArrayList<>();
    for (var one : swept) {
      if (one.login() != null && one.login().scheme() != null) {
        all.add(one.login());
        if (one.login().secret() != null) {
          where.add(one.exchange().story().where());
        }
      }
    }
    Map<String, Long> counts =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Login::schemeName, LinkedHashMap::new, Collectors.counting()));
    Set<String> usable =
        all.stream()
            .filter(login -> !(login.auth() instanceof Auth.None))
            .map(Login::schemeName)
            .collect(Collectors.toSet());
    String most =
        counts.entrySet().stream()
            .max(
                Comparator.<Map.Entry<String, Long>, Boolean>comparing(
                        entry -> usable.contains(entry.getKey()))
                    .thenComparing(Map.Entry::getValue))
            .map(Map.Entry::getKey)
            .orElse("");
    var main =
        all.stream()
            .filter(login -> login.schemeName().equals(most))
            .max(Comparator.comparing(login -> login.secret() != null))
            .orElse(null);
    return new ApiLogins(all, main, where);
  }

  Auth auth() {
    return main == null ? new Auth.None() : main.auth();
  }

  Map<String, SecurityScheme> schemes() {
    Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
    for (var login : logins) {
      if (login.scheme() != null) {
        schemes.putIfAbsent(login.schemeName(), login.scheme());
      }
    }
    return schemes;
  }

  /**
   * What a method says about its own way to authenticate; null when it is that of the API.
   *
   * @param named whether people have written it so, and saying nothing means none
   */
  @Nullable List<Map<String, List<String>>> security(@Nullable Login login, boolean named) {
    if (main == null || (login == null && !named)) {
      return null;
    }
    if (login == null || login.scheme() == null) {
      return List.of();
    }
    return login.schemeName().equals(main.schemeName())
        ? null
        : List.of(Map.of(login.schemeName(), List.of()));
  }

  @Nullable CredentialDraft draft(String apiName) {
    if (main == null || main.secret() == null) {
      return null;
    }
    return new CredentialDraft(apiName, main.secret().path("kind").asString(""), main.secret());
  }

  List<ImportIssue> issues(String apiName) {
    List<ImportIssue> issues = new ArrayList<>();
    if (main != null && main.secret() != null) {
      issues.add(
          issue(
              "A secret stands here. It is not part of the definition; it is proposed as the credential '%s'."
                  .formatted(apiName)));
    }
    logins.stream()
        .filter(login -> login.auth() instanceof Auth.None)
        .map(Login::schemeName)
        .distinct()
        .forEach(kind ->
            issues.add(
                issue(
                    "Some requests authenticate with %s, which is not prefilled; choose the authentication in the API."
                        .formatted(kind))));
    String chosen = main == null ? "none" : main.schemeName();
    logins.stream()
        .filter(login -> !(login.auth() instanceof Auth.None) && login.scheme() != null)
        .map(Login::schemeName)
        .filter(kind -> !kind.equals(chosen))
        .distinct()
        .forEach(kind ->
            issues.add(
                issue(
                    "Some requests authenticate with %s, but the API has one authentication for all: %s. Give them another credential by a customization of the method."
                        .formatted(kind, chosen))));
    long secrets =
        logins.stream().map(Login::secret).filter(secret -> secret != null).distinct().count();
    if (secrets > 1) {
      issues.add(
          issue(
              "There are %d different secrets; one of them is proposed, the others were dropped."
                  .formatted(secrets)));
    }
    return issues;
  }

  private ImportIssue issue(String message) {
    return new ImportIssue(
        ImportIssue.Severity.NOTE, where.isEmpty() ? "" : where.getFirst(), null, null, message);
  }
}
