package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.CredentialSettings.ApiKey;
import io.patchbay.credential.CredentialSettings.AwsSigV4;
import io.patchbay.credential.CredentialSettings.Basic;
import io.patchbay.credential.CredentialSettings.Digest;
import io.patchbay.credential.CredentialSettings.Hmac;
import io.patchbay.credential.CredentialView;
import io.patchbay.credential.OAuthClient;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one kind of credential; gives the flat document of the management API. */
final class CredentialForm extends Div {

  private final CredentialKind kind;
  private final @Nullable CredentialSettings stored;
  private final FormFields fields = new FormFields();
  private final @Nullable OAuthFields oauth;

  /**
   * A form.
   *
   * @param view what is stored of a credential of this kind; absent for a new one
   */
  CredentialForm(CredentialKind kind, @Nullable CredentialView view, FormHelp help) {
    this.kind = kind;
    this.stored = view == null ? null : view.settings();
    this.oauth =
        kind.isOAuth()
            ? new OAuthFields(
                kind, stored instanceof OAuthClient client ? client : null, fields, help)
            : null;
    addClassName("pb-credential-kind");
    if (oauth == null) {
      plain();
    }
    fields.add(
        new ListFormField(
            "origins",
            "May be sent to",
            "https://api.example.com",
            view == null ? List.of() : view.origins(),
            kind.isOAuth()
                ? "Its tokens go to these servers only. Empty: bound to the first API that uses it."
                : "Never sent anywhere else. Empty: bound to the first API that uses it."));
    add(fields);
  }

  private void plain() {
    switch (kind) {
      case BASIC -> {
        username(stored instanceof Basic basic ? basic.username() : "");
        secret("password", "Password");
      }
      case DIGEST -> {
        username(stored instanceof Digest digest ? digest.username() : "");
        secret("password", "Password")
            .help("Never sent itself: calls answer the server's challenge (RFC 7616).");
      }
      case BEARER -> secret("token", "Token").help("Sent as Authorization: Bearer …");
      case API_KEY -> {
        secret("value", "Key").help("The API says in which header, parameter or cookie it goes.");
        fields.add(
            new FurtherValuesField(stored instanceof ApiKey apiKey ? apiKey.values() : List.of()));
      }
      case AWS -> aws(stored instanceof AwsSigV4 aws ? aws.accessKeyId() : "");
      case HMAC -> {
        fields
            .add(new TextFormField("keyId", "Key ID", stored instanceof Hmac h ? h.keyId() : null))
            .mono()
            .help("Only where the API wants one; recipes see it as keyId.");
        secret("secret", "Shared key")
            .help("How requests are signed with it stands in the API's auth.");
      }
      default -> throw new IllegalStateException("No form of its own: " + kind);
    }
  }

  private void aws(String accessKeyId) {
    fields.add(
        new TextFormField("accessKeyId", "Access key ID", accessKeyId)
            .like("AKIAIOSFODNN7EXAMPLE")
            .mono());
    secret("secretAccessKey", "Secret access key")
        .help("Never sent itself: it signs each request. Region and service belong to the API.");
    var token =
        fields
            .add(new SecretFormField("sessionToken", "Session token", false))
            .testId("credential-sessiontoken");
    if (stored == null) {
      token.help("Only for temporary keys.");
    } else {
      token.removable("Only for temporary keys; leave empty to keep what is stored.");
    }
  }

  private void username(String value) {
    fields.add(new TextFormField("username", "User name", value));
  }

  private SecretFormField secret(String name, String label) {
    return fields.add(new SecretFormField(name, label, stored != null));
  }

  /** The fields that only OAuth kinds have; absent for the others. */
  @Nullable OAuthFields oauth() {
    return oauth;
  }

  /** Runs on Enter in any field of one line. */
  void onEnter(Component owner, Command command) {
    fields.onEnter(owner, command);
  }

  /** What was filled in; a secret that was left out keeps the stored one. */
  ObjectNode document() {
    ObjectNode document = Json.MAPPER.createObjectNode().put("kind", kind.kind());
    fields.write(document);
    return document;
  }

  /** Shows problems at their fields; gives back those that have none. */
  List<InvalidException.Problem> mark(List<InvalidException.Problem> problems) {
    return fields.mark(problems);
  }
}
