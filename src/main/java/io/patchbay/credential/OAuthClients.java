package io.patchbay.credential;

import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.credential.OAuthClient.ClientAuth;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the OAuth kinds of credentials check and hold in the same way. */
final class OAuthClients {

  private static final List<String> OWN_FIELDS =
      List.of(
          "grant_type",
          "client_id",
          "client_secret",
          "client_assertion",
          "client_assertion_type",
          "scope",
          "audience",
          "resource",
          "code",
          "code_verifier",
          "redirect_uri",
          "refresh_token",
          "assertion",
          "username",
          "password");

  private static final Set<String> ALGORITHMS =
      Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  private OAuthClients() {}

  static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  static @Nullable String textOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  static List<String> list(@Nullable List<String> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  static Map<String, String> map(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : new LinkedHashMap<>(map);
  }

  /** The secrets by grant and client authentication, the main one first. */
  static List<SecretField> secrets(OAuthClient client) {
    var fields = new ArrayList<SecretField>();
    if (client instanceof CredentialSettings.OAuth2Password) {
      fields.add(SecretField.required("password"));
    }
    if (client instanceof CredentialSettings.OAuth2JwtBearer
        || client.clientAuth() == ClientAuth.PRIVATE_KEY_JWT) {
      fields.add(SecretField.key("privateKey"));
    }
    if (client.clientAuth() == ClientAuth.BASIC || client.clientAuth() == ClientAuth.POST) {
      fields.add(SecretField.required("clientSecret"));
    }
    return fields;
  }

  static List<Problem> problems(OAuthClient client) {
    var problems = new ArrayList<Problem>();
    address("tokenUrl", "The token URL", client.tokenUrl(), problems);
    var needsNoId =
        client instanceof CredentialSettings.OAuth2JwtBearer
            && client.clientAuth() == ClientAuth.NONE;
    if (client.clientId().isEmpty() && !needsNoId) {
      problems.add(new Problem("clientId", "Enter the client id."));
    }
    if (client.clientAuth() == ClientAuth.TLS && client.certificate() == null) {
      problems.add(new Problem("certificate", "Choose the client certificate."));
    }
    if (client instanceof CredentialSettings.OAuth2ClientCredentials
        && client.clientAuth() == ClientAuth.NONE) {
      problems.add(
          new Problem(
              "clientAuth", "With client credentials the client must prove itself (RFC 6749)."));
    }
    var key = client.assertion();
    if (key != null && key.algorithm() != null && !ALGORITHMS.contains(key.algorithm())) {
      problems.add(
          new Problem(
              "assertion.algorithm",
              "'%s' is not supported; RS256 to RS512, PS256 to PS512 and ES256 to ES512 are."
                  .formatted(key.algorithm())));
    }
    reserved("parameters", client.parameters(), OWN_FIELDS, problems);
    for (int i = 0; i < client.resources().size(); i++) {
      resource("resources[%d]".formatted(i), client.resources().get(i), problems);
    }
    return problems;
  }

  static void address(String field, String name, String value, List<Problem> problems) {
    try {
      var _ = Origin.of(value);
    } catch (InvalidException e) {
      problems.add(new Problem(field, name + ": " + e.problems().getFirst().message()));
    }
  }

  static void reserved(
      String field, Map<String, String> given, List<String> taken, List<Problem> problems) {
    for (var name : given.keySet()) {
      if (taken.contains(name)) {
        problems.add(
            new Problem(field + "." + name, "'%s' has a field of its own.".formatted(name)));
      }
    }
  }

  private static void resource(String field, String value, List<Problem> problems) {
    try {
      var uri = URI.create(value);
      if (uri.isAbsolute() && uri.getFragment() == null) {
        return;
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    problems.add(
        new Problem(
            field, "'%s' is no absolute address without a fragment (RFC 8707).".formatted(value)));
  }
}
