package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.SecurityScheme;
import io.patchbay.api.SecurityScheme.OAuthFlow;
import io.patchbay.credential.Auth;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The ways to authenticate that the API's description offers, to take one over. */
final class SchemeChoice extends Div {

  SchemeChoice(Map<String, SecurityScheme> schemes, Auth now, Consumer<Auth> onChosen) {
    addClassName("pb-table-block");
    if (schemes.isEmpty()) {
      return;
    }
    add(Look.section("Ways that its description offers"));
    schemes.forEach((name, scheme) -> {
      Optional<Auth> auth = auth(scheme);
      boolean current =
          auth.isPresent() && auth.get().withCredential(null).equals(now.withCredential(null));
      var end = Look.line("pb-end");
      if (auth.isEmpty()) {
        end.add(Look.span("pb-text-3 pb-small", "not supported here"));
      } else if (current) {
        end.add(Badges.tag("accent", "in use"));
      } else {
        end.add(
            Look.testId(
                "use-scheme", Buttons.link("Use this one", () -> onChosen.accept(auth.get()))));
      }
      add(
          Look.div(
              "pb-list-row pb-server",
              Look.two(Look.span("pb-strong", name), Look.span("", words(scheme))),
              end));
    });
  }

  /** What calls do for a scheme; empty for one that Patchbay cannot follow. */
  static Optional<Auth> auth(SecurityScheme scheme) {
    return switch (scheme.type()) {
      case "apiKey" ->
          Optional.of(new Auth.ApiKey(null, place(scheme), Texts.orEmpty(scheme.name())));
      case "http" ->
          switch (Texts.orEmpty(scheme.scheme()).toLowerCase(Locale.ROOT)) {
            case "basic" -> Optional.of(new Auth.Basic(null));
            case "bearer" -> Optional.of(new Auth.Bearer(null));
            default -> Optional.empty();
          };
      case "oauth2" ->
          scheme.flows().containsKey("clientCredentials")
              ? Optional.of(new Auth.OAuth2ClientCredentials(null, List.of()))
              : Optional.of(new Auth.Bearer(null));
      case "openIdConnect" -> Optional.of(new Auth.Bearer(null));
      default -> Optional.empty();
    };
  }

  private static Auth.ApiKey.In place(SecurityScheme scheme) {
    return switch (Texts.orEmpty(scheme.in())) {
      case "query" -> Auth.ApiKey.In.QUERY;
      case "cookie" -> Auth.ApiKey.In.COOKIE;
      default -> Auth.ApiKey.In.HEADER;
    };
  }

  /** The client credentials flow of the scheme that the auth follows, where there is one. */
  static Optional<OAuthFlow> clientCredentials(Map<String, SecurityScheme> schemes) {
    return schemes.values().stream()
        .map(scheme -> scheme.flows().get("clientCredentials"))
        .filter(flow -> flow != null)
        .findFirst();
  }

  private static String words(SecurityScheme scheme) {
    var parts = new ArrayList<String>();
    switch (scheme.type()) {
      case "apiKey" -> parts.add("API key in %s %s".formatted(scheme.in(), scheme.name()));
      case "http" ->
          parts.add(
              switch (Texts.orEmpty(scheme.scheme()).toLowerCase(Locale.ROOT)) {
                case "basic" -> "User name and password";
                case "bearer" ->
                    "Bearer token"
                        + (scheme.bearerFormat() == null ? "" : " (" + scheme.bearerFormat() + ")");
                default -> "HTTP " + scheme.scheme();
              });
      case "oauth2" -> {
        parts.add(
            "OAuth 2.0, "
                + String.join(
                    " or ", scheme.flows().keySet().stream().map(SchemeChoice::flow).toList()));
        if (!scheme.flows().containsKey("clientCredentials")) {
          parts.add("with a token that you got elsewhere");
        }
      }
      case "openIdConnect" -> parts.add("OpenID Connect, with a token that you got elsewhere");
      case "mutualTLS" -> parts.add("Client certificate");
      default -> parts.add(scheme.type());
    }
    String description = Texts.orEmpty(scheme.description()).strip();
    if (!description.isEmpty()) {
      parts.add(description.lines().findFirst().orElse(""));
    }
    return String.join(", ", parts);
  }

  private static String flow(String name) {
    return switch (name) {
      case "clientCredentials" -> "client credentials";
      case "authorizationCode" -> "authorization code";
      default -> name;
    };
  }
}
