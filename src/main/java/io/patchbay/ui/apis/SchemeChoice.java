package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.SchemeAuth;
import io.patchbay.api.SecurityScheme;
import io.patchbay.credential.Auth;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
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
      Optional<Auth> auth = SchemeAuth.of(scheme);
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

  private static String words(SecurityScheme scheme) {
    var parts = new ArrayList<String>();
    switch (scheme.type()) {
      case "apiKey" -> parts.add("API key in %s %s".formatted(scheme.in(), scheme.name()));
      case "http" ->
          parts.add(
              switch (Texts.orEmpty(scheme.scheme()).toLowerCase(Locale.ROOT)) {
                case "basic" -> "User name and password";
                case "digest" -> "User name and password, Digest";
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
        if (SchemeAuth.of(scheme).filter(Auth.Bearer.class::isInstance).isPresent()) {
          parts.add("with a token that you got elsewhere");
        }
      }
      case "openIdConnect" -> parts.add("OpenID Connect, signing in once in the browser");
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
