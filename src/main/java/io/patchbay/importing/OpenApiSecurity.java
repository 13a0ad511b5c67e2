package io.patchbay.importing;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.SchemeAuth;
import io.patchbay.api.SecurityScheme;
import io.patchbay.credential.Auth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ways to authenticate: keeps all, and prefills the API's auth with the best that fits. */
final class OpenApiSecurity {

  private static final Map<String, String> FLOWS_OF_V2 =
      Map.of("application", "clientCredentials", "accessCode", "authorizationCode");

  private final OpenApiReading reading;
  private final Map<String, SecurityScheme> schemes = new LinkedHashMap<>();

  OpenApiSecurity(OpenApiReading reading) {
    this.reading = reading;
  }

  /** Reads the schemes, those that an export of ours added left out. */
  Map<String, SecurityScheme> schemes() {
    for (Spot member : reading.entries(reading.components("securitySchemes"), "Security schemes")) {
      reading
          .object(member, "A security scheme")
          .filter(scheme -> !OpenApiReading.own(scheme).isTrue("added"))
          .filter(this::hasType)
          .ifPresent(scheme -> schemes.put(member.key(), scheme(scheme)));
    }
    return schemes;
  }

  private boolean hasType(Spot scheme) {
    boolean has = scheme.textOf("type").isPresent();
    if (!has) {
      reading.findings.leftOut(scheme, "A security scheme without a type.");
    }
    return has;
  }

  private SecurityScheme scheme(Spot scheme) {
    String type = scheme.field("type").text("");
    boolean oldBasic = type.equals("basic");
    return new SecurityScheme(
        oldBasic ? "http" : type,
        reading.description(scheme.field("description")),
        scheme.field("in").text(),
        scheme.field("name").text(),
        oldBasic ? "basic" : scheme.field("scheme").text(),
        scheme.field("bearerFormat").text(),
        flows(scheme),
        scheme.field("openIdConnectUrl").text());
  }

  private Map<String, SecurityScheme.OAuthFlow> flows(Spot scheme) {
    Map<String, SecurityScheme.OAuthFlow> flows = new LinkedHashMap<>();
    String old = scheme.field("flow").text();
    if (old != null) {
      flows.put(FLOWS_OF_V2.getOrDefault(old, old), flow(scheme));
    }
    for (Spot flow : reading.members(scheme.field("flows"), "OAuth flows")) {
      flows.put(flow.key(), flow(flow));
    }
    return flows;
  }

  private SecurityScheme.OAuthFlow flow(Spot flow) {
    Map<String, String> scopes = new LinkedHashMap<>();
    for (var entry : flow.field("scopes").value().properties()) {
      scopes.put(entry.getKey(), flow.field("scopes").field(entry.getKey()).text(""));
    }
    return new SecurityScheme.OAuthFlow(
        flow.field("authorizationUrl").text(),
        flow.field("tokenUrl").text(),
        flow.field("refreshUrl").text(),
        scopes);
  }

  /** The alternatives that a place asks for; absent when it says nothing. */
  @Nullable List<Map<String, List<String>>> requirements(Spot security) {
    if (!security.isGiven()) {
      return null;
    }
    List<Spot> elements = reading.elements(security, "Security requirements");
    if (!security.value().isArray()) {
      return null;
    }
    List<Map<String, List<String>>> alternatives = new ArrayList<>();
    for (Spot alternative : elements) {
      Map<String, List<String>> together = new LinkedHashMap<>();
      for (Spot scheme : reading.entries(alternative, "Security requirements")) {
        together.put(scheme.key(), reading.texts(scheme, "Scopes"));
        if (!schemes.containsKey(scheme.key())
            && !reading.components("securitySchemes").field(scheme.key()).isGiven()) {
          reading.findings.note(
              scheme, "There is no security scheme '%s'.".formatted(scheme.key()));
        }
      }
      alternatives.add(together);
    }
    return alternatives;
  }

  /** The auth that most methods can be called with. */
  Auth prefilled(@Nullable List<Map<String, List<String>>> root, List<ApiMethod> methods) {
    Map<String, Integer> uses = new HashMap<>();
    Map<String, Set<String>> scopes = new HashMap<>();
    boolean together = false;
    for (ApiMethod method : methods) {
      var asked = method.security() == null ? root : method.security();
      for (var alternative : asked == null ? List.<Map<String, List<String>>>of() : asked) {
        together |= alternative.size() > 1;
        alternative.forEach((name, wanted) -> {
          uses.merge(name, alternative.size() == 1 ? 3 : 1, Integer::sum);
          scopes.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(wanted);
        });
      }
    }
    noteKinds(together);
    Map.Entry<String, SecurityScheme> best =
        schemes.entrySet().stream()
            .filter(entry -> rank(entry.getValue()) > 0)
            .max(
                Comparator.<Map.Entry<String, SecurityScheme>>comparingInt(
                        e -> uses.getOrDefault(e.getKey(), 0))
                    .thenComparingInt(e -> rank(e.getValue())))
            .orElse(null);
    if (best == null) {
      return new Auth.None();
    }
    if (schemes.size() > 1) {
      reading.findings.note(
          reading.components("securitySchemes"),
          "Of %d ways to authenticate, '%s' was chosen; you may choose another."
              .formatted(schemes.size(), best.getKey()));
    }
    return auth(best.getValue(), scopes.getOrDefault(best.getKey(), Set.of()));
  }

  private void noteKinds(boolean together) {
    Spot place = reading.components("securitySchemes");
    schemes.forEach((name, scheme) -> {
      String missing = missing(scheme);
      if (!missing.isEmpty()) {
        reading.findings.note(place.field(name), missing);
      }
    });
    if (together) {
      reading.findings.note(
          place,
          "Some methods want several ways to authenticate at once. Calls use one credential; send"
              + " the others by a header or a parameter.");
    }
  }

  /** What Patchbay cannot do of a scheme; empty when it can do all. */
  private static String missing(SecurityScheme scheme) {
    int rank = rank(scheme);
    if (rank == 0) {
      return "Patchbay has no '%s' yet; the scheme is kept for reference.".formatted(word(scheme));
    }
    return rank == 1
        ? "Patchbay cannot sign a person in by %s yet; give it an access token as a bearer token."
            .formatted(word(scheme))
        : "";
  }

  private static String word(SecurityScheme scheme) {
    return switch (scheme.type()) {
      case "http" -> "http " + (scheme.scheme() == null ? "" : scheme.scheme());
      case "oauth2" -> "OAuth 2.0 " + String.join(", ", scheme.flows().keySet());
      case "openIdConnect" -> "OpenID Connect";
      case "mutualTLS" -> "mutual TLS";
      default -> scheme.type();
    };
  }

  /** The better the higher; 1 means by a token from elsewhere, 0 not at all. */
  private static int rank(SecurityScheme scheme) {
    var auth = SchemeAuth.of(scheme);
    if (auth.isEmpty()) {
      return 0;
    }
    return switch (auth.get()) {
      case Auth.OAuth2ClientCredentials _ -> 11;
      case Auth.Bearer _ -> scheme.type().equals("http") ? 10 : 1;
      case Auth.ApiKey key ->
          switch (key.in()) {
            case HEADER -> 9;
            case QUERY -> 6;
            case COOKIE -> 5;
          };
      case Auth.Basic _ -> 8;
      case Auth.OAuth2AuthorizationCode _ -> 7;
      case Auth.Digest _ -> 4;
      case Auth.OAuth2Password _ -> 3;
      default -> 2;
    };
  }

  /** Whether the auth is what the scheme asks for. */
  static boolean fits(Auth auth, SecurityScheme scheme) {
    var asked = SchemeAuth.of(scheme);
    if (asked.isPresent() && asked.get() instanceof Auth.ApiKey key) {
      return auth instanceof Auth.ApiKey own
          && own.in() == key.in()
          && own.name().equalsIgnoreCase(key.name());
    }
    return asked.isPresent() && auth.kind().equals(asked.get().kind());
  }

  private static Auth auth(SecurityScheme scheme, Set<String> scopes) {
    return switch (SchemeAuth.of(scheme).orElseGet(Auth.None::new)) {
      case Auth.OAuth2ClientCredentials _ ->
          new Auth.OAuth2ClientCredentials(null, List.copyOf(scopes));
      case Auth.OAuth2Password _ -> new Auth.OAuth2Password(null, List.copyOf(scopes));
      case Auth other -> other;
    };
  }
}
