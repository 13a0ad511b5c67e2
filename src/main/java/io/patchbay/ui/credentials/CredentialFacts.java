package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.CredentialSettings.OAuth2AuthorizationCode;
import io.patchbay.credential.CredentialSettings.OAuth2JwtBearer;
import io.patchbay.credential.CredentialSettings.OAuth2Password;
import io.patchbay.credential.CredentialView;
import io.patchbay.credential.OAuthClient;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import org.jspecify.annotations.Nullable;

/** The settings of a credential in words; what is secret is a mask. */
final class CredentialFacts extends Div {

  private final transient Visit visit;

  CredentialFacts(CredentialView credential, Visit visit, Times times) {
    this.visit = visit;
    addClassName("pb-kv");
    switch (credential.settings()) {
      case CredentialSettings.Basic basic -> text("User name", basic.username());
      case CredentialSettings.Digest digest -> text("User name", digest.username());
      case CredentialSettings.Bearer _ -> {}
      case CredentialSettings.ApiKey key -> text("Further keys", String.join(", ", key.values()));
      case CredentialSettings.AwsSigV4 aws -> mono("Access key ID", aws.accessKeyId());
      case CredentialSettings.Hmac hmac -> mono("Key ID", hmac.keyId());
      case OAuthClient client -> client(client);
    }
    fact("Secret", secret());
    fact(
        "May be sent to",
        credential.origins().isEmpty()
            ? Look.span("pb-text-3", "bound at first use")
            : Look.span("pb-mono-s pb-break", String.join(", ", credential.origins())));
    fact(
        "Changed",
        Look.title(
            times.full(credential.updatedAt()),
            new Span(
                "%s by %s".formatted(times.ago(credential.updatedAt()), credential.updatedBy()))));
  }

  private void client(OAuthClient client) {
    if (client instanceof OAuth2AuthorizationCode code) {
      mono("Authorization URL", code.authorizationUrl());
    }
    mono("Token URL", client.tokenUrl());
    if (client instanceof OAuth2JwtBearer jwt) {
      mono("Issued by", jwt.issuedBy());
      mono("On behalf of", jwt.subject());
    }
    if (client instanceof OAuth2Password password) {
      text("User name", password.username());
    }
    mono("Client ID", client.clientId());
    mono("Client auth", IssuerField.wireName(client.clientAuth()));
    mono("Scopes", String.join(" ", client.scopes()));
    mono("Audience", client.audience());
    mono("Resources", String.join(" ", client.resources()));
    String certificate = client.certificate();
    if (certificate != null) {
      fact(
          "Certificate",
          Look.link(
              CredentialsTab.path(visit, CredentialsTab.CERTIFICATES, certificate), certificate));
    }
  }

  private static Component secret() {
    var mask = Look.span("pb-mask", "");
    mask.getElement().setAttribute("role", "img");
    mask.getElement().setAttribute("aria-label", "stored secret");
    return mask;
  }

  private void text(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fact(name, Look.span("pb-break", value));
    }
  }

  private void mono(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fact(name, Look.span("pb-mono-s pb-break", value));
    }
  }

  private void fact(String name, Component value) {
    add(new Span(name), value);
  }
}
