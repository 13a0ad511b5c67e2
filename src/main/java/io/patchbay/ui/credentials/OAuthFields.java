package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.patchbay.credential.CredentialSettings.OAuth2AuthorizationCode;
import io.patchbay.credential.CredentialSettings.OAuth2ClientCredentials;
import io.patchbay.credential.CredentialSettings.OAuth2JwtBearer;
import io.patchbay.credential.CredentialSettings.OAuth2Password;
import io.patchbay.credential.OAuthClient;
import io.patchbay.credential.OAuthClient.ClientAuth;
import io.patchbay.http.Discovery;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of the OAuth 2.0 kinds: where tokens come from, who asks, and what is asked for. */
final class OAuthFields {

  private final CredentialKind kind;
  private final @Nullable OAuthClient stored;
  private final FormFields fields;
  private final @Nullable TextFormField authorizationUrl;
  private final TextFormField tokenUrl;
  private final OAuthClientFields client;
  private final WordsFormField scopes;

  OAuthFields(CredentialKind kind, @Nullable OAuthClient stored, FormFields fields, FormHelp help) {
    this.kind = kind;
    this.stored = stored;
    this.fields = fields;
    if (kind == CredentialKind.OAUTH2_PASSWORD) {
      fields.between(legacy());
    }
    if (kind == CredentialKind.OAUTH2_CODE) {
      fields.between(callback(help.redirectUri()));
    }
    fields.add(new IssuerField(issuer(), grant(kind), help, this::discovered));
    this.authorizationUrl = kind == CredentialKind.OAUTH2_CODE ? authorizationUrl() : null;
    this.tokenUrl =
        fields.add(
            new TextFormField("tokenUrl", "Token URL", stored == null ? "" : stored.tokenUrl())
                .like("https://login.example.com/oauth2/token")
                .mono());
    var assertion = kind == CredentialKind.OAUTH2_JWT ? assertion() : null;
    if (kind == CredentialKind.OAUTH2_PASSWORD) {
      person();
    }
    this.client = new OAuthClientFields(kind, stored, fields, help);
    this.scopes =
        fields
            .add(
                new WordsFormField(
                    "scopes", "Scopes", stored == null ? List.of() : stored.scopes()))
            .help("Asked for unless the API asks for others. Enter after each, or paste several.");
    further();
    if (assertion != null) {
      client.onServiceAccount(account -> {
        assertion.set(account.email());
        if (!account.tokenUrl().isEmpty()) {
          tokenUrl.set(account.tokenUrl());
        }
        client.setKeyId(account.keyId());
      });
    }
    if (stored != null && hasFurther(stored)) {
      fields.unfold();
    }
  }

  private @Nullable String issuer() {
    return switch (stored) {
      case OAuth2ClientCredentials client -> client.issuer();
      case OAuth2AuthorizationCode code -> code.issuer();
      case OAuth2JwtBearer jwt -> jwt.issuer();
      case OAuth2Password password -> password.issuer();
      case null -> null;
    };
  }

  private static Component legacy() {
    return Look.div(
        "pb-band warning",
        Icons.TRIANGLE_ALERT.create("pb-i14"),
        new Span(
            "A legacy way: the server sees a person's password, and second factors do not work."
                + " Take client credentials or the authorization code where the server offers"
                + " them."));
  }

  private static Component callback(String address) {
    return Look.div(
        "pb-rows-field",
        Look.span("pb-rows-label", "Callback address"),
        Look.div(
            "pb-address",
            Look.testId("callback-address", Look.span("pb-mono-s pb-grow pb-break", address)),
            CopyButton.icon(address, "Callback address")),
        Look.span(
            "pb-rows-help",
            "Register it at the provider as redirect URI, before somebody connects."));
  }

  /** The grant of a kind as servers name it. */
  private static String grant(CredentialKind kind) {
    return switch (kind) {
      case OAUTH2_CODE -> "authorization_code";
      case OAUTH2_JWT -> "urn:ietf:params:oauth:grant-type:jwt-bearer";
      case OAUTH2_PASSWORD -> "password";
      default -> "client_credentials";
    };
  }

  private void discovered(Discovery found) {
    client.prefer(found.clientAuths());
    String mtls = found.mtlsTokenUrl();
    tokenUrl.set(mtls != null && client.way() == ClientAuth.TLS ? mtls : found.tokenUrl());
    String address = found.authorizationUrl();
    if (authorizationUrl != null && address != null) {
      authorizationUrl.set(address);
    }
    scopes.offer(found.scopes());
  }

  private TextFormField authorizationUrl() {
    return fields.add(
        new TextFormField(
                "authorizationUrl",
                "Authorization URL",
                stored instanceof OAuth2AuthorizationCode code ? code.authorizationUrl() : "")
            .like("https://login.example.com/oauth2/authorize")
            .mono());
  }

  private void person() {
    fields.add(
        new TextFormField(
            "username",
            "User name",
            stored instanceof OAuth2Password password ? password.username() : ""));
    fields
        .add(new SecretFormField("password", "Password", stored != null))
        .testId("credential-password");
  }

  /** The claims of the assertion; gives the issuer's. */
  private TextFormField assertion() {
    var jwt = stored instanceof OAuth2JwtBearer bearer ? bearer : null;
    var issuedBy =
        fields.add(
            new TextFormField("issuedBy", "Issued by (iss)", jwt == null ? "" : jwt.issuedBy())
                .like("sync@project.iam.gserviceaccount.com")
                .mono());
    fields.add(
        new TextFormField("subject", "On behalf of (sub)", jwt == null ? null : jwt.subject())
            .like("as issued by")
            .mono()
            .help("The user to act for, where the server wants one."));
    return issuedBy;
  }

  private void further() {
    if (stored instanceof OAuth2JwtBearer || kind == CredentialKind.OAUTH2_JWT) {
      var jwt = stored instanceof OAuth2JwtBearer bearer ? bearer : null;
      fields.addFurther(
          new TextFormField(
                  "intendedFor", "Intended for (aud)", jwt == null ? null : jwt.intendedFor())
              .like("the token URL")
              .mono());
      fields.addFurther(
          new NumberFormField(
              "lifetimeSeconds",
              "Lifetime of an assertion, seconds",
              jwt == null ? null : jwt.lifetimeSeconds(),
              300));
      fields.addFurther(
          new PairsFormField(
              "claims",
              "Further claims",
              jwt == null ? Map.of() : jwt.claims(),
              "Put into the assertion beside iss, sub, aud, exp, iat and jti."));
    }
    client.further();
    fields.addFurther(
        new TextFormField("audience", "Audience", stored == null ? null : stored.audience())
            .like("https://api.example.com")
            .mono()
            .help("Only where the server wants one, as Auth0 does."));
    fields.addFurther(
        new ListFormField(
            "resources",
            "Resources",
            "https://api.example.com/",
            stored == null ? List.of() : stored.resources(),
            "Sent as resource (RFC 8707): what the token is to be good for."));
    if (kind == CredentialKind.OAUTH2_CODE) {
      authorizationParameters();
    }
    fields.addFurther(
        new PairsFormField(
            "parameters",
            "Parameters of token requests",
            stored == null ? Map.of() : stored.parameters(),
            "Sent along in the form of each token request."));
  }

  private void authorizationParameters() {
    var code = stored instanceof OAuth2AuthorizationCode c ? c : null;
    var holder = new PairsFormField[1];
    holder[0] =
        fields.addFurther(
            new PairsFormField(
                "authorizationParameters",
                "Parameters of the authorization URL",
                code == null ? Map.of() : code.authorizationParameters(),
                "Some providers give a refresh token only when asked. Without one, somebody has to"
                    + " sign in again when the token expires.",
                Look.testId(
                    "offline-google",
                    Buttons.link(
                        "Google: offline access",
                        () -> {
                          holder[0].set("access_type", "offline");
                          holder[0].set("prompt", "consent");
                        })),
                Look.testId(
                    "offline-scope",
                    Buttons.link(
                        "Microsoft and most others: scope offline_access",
                        () -> scopes.add(List.of("offline_access"))))));
  }

  private static boolean hasFurther(OAuthClient client) {
    return client.audience() != null
        || !client.resources().isEmpty()
        || !client.parameters().isEmpty()
        || (client instanceof OAuth2JwtBearer jwt
            && (jwt.intendedFor() != null || !jwt.claims().isEmpty()))
        || (client instanceof OAuth2AuthorizationCode code
            && !code.authorizationParameters().isEmpty());
  }

  /** Fills in what an API's description says; what is filled in already stays. */
  void propose(@Nullable String authorization, @Nullable String token, Collection<String> words) {
    if (token != null && tokenUrl.value().isEmpty()) {
      tokenUrl.set(token);
    }
    if (authorization != null && authorizationUrl != null && authorizationUrl.value().isEmpty()) {
      authorizationUrl.set(authorization);
    }
    scopes.add(words);
  }
}
