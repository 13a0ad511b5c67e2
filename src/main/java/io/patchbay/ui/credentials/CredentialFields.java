package io.patchbay.ui.credentials;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.common.Json;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.CredentialSettings.OAuth2ClientCredentials;
import io.patchbay.credential.CredentialView;
import io.patchbay.credential.OAuthClient.ClientAuth;
import io.patchbay.ui.shell.Look;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one kind of credential; gives the flat document of the management API. */
final class CredentialFields extends Div {

  private final CredentialKind kind;
  private final @Nullable CredentialSettings stored;
  private final Map<String, AbstractField<?, String>> texts = new LinkedHashMap<>();
  private final Map<String, TextField> lists = new LinkedHashMap<>();
  private final Select<ClientAuth> clientAuth = new Select<>();
  private final PasswordField secret;

  CredentialFields(CredentialKind kind, @Nullable CredentialView view) {
    this.kind = kind;
    this.stored = view == null ? null : view.settings();
    addClassName("pb-form");
    switch (stored) {
      case CredentialSettings.Basic basic -> username(basic.username());
      case OAuth2ClientCredentials oauth -> client(oauth);
      case null -> empty();
      default -> {}
    }
    secret = new PasswordField(kind.secret());
    secret.setWidthFull();
    secret.setPlaceholder(view == null ? "" : "Stored; leave empty to keep it");
    secret.getElement().setProperty("autocomplete", "new-password");
    Look.testId("credential-secret", secret);
    add(secret);
    if (kind == CredentialKind.OAUTH2) {
      furtherClient(stored instanceof OAuth2ClientCredentials oauth ? oauth : null);
    }
    origins(view);
  }

  private void empty() {
    switch (kind) {
      case BASIC -> username("");
      case OAUTH2 -> client(null);
      default -> {}
    }
  }

  private void username(String value) {
    text("username", "User name", value, "");
  }

  private void client(@Nullable OAuth2ClientCredentials oauth) {
    text(
            "tokenUrl",
            "Token URL",
            oauth == null ? "" : oauth.tokenUrl(),
            "https://login.example.com/oauth2/token")
        .addClassName("pb-mono-field");
    text("clientId", "Client ID", oauth == null ? "" : oauth.clientId(), "");
  }

  private void furtherClient(@Nullable OAuth2ClientCredentials oauth) {
    clientAuth.setLabel("Client authentication");
    clientAuth.setItems(ClientAuth.values());
    clientAuth.setItemLabelGenerator(
        way -> way == ClientAuth.BASIC ? "Basic header" : "In the body");
    clientAuth.setValue(oauth == null ? ClientAuth.BASIC : oauth.clientAuth());
    clientAuth.setWidthFull();
    add(clientAuth);
    list(
        "scopes",
        "Scopes",
        oauth == null ? List.of() : oauth.scopes(),
        "contacts.read contacts.write");
    text(
        "audience",
        "Audience",
        oauth == null || oauth.audience() == null ? "" : oauth.audience(),
        "Only where the server wants one");
  }

  private void origins(@Nullable CredentialView view) {
    var field =
        list(
            "origins",
            "May be sent to",
            view == null ? List.of() : view.origins(),
            "https://crm.example.com");
    field.setHelperText("Empty: bound to the first API that uses it. Never sent anywhere else.");
  }

  private TextField text(String key, String label, String value, String placeholder) {
    var field = new TextField(label);
    field.setWidthFull();
    field.setValue(value);
    field.setPlaceholder(placeholder);
    Look.testId("credential-" + key.toLowerCase(Locale.ROOT), field);
    texts.put(key, field);
    add(field);
    return field;
  }

  private TextField list(String key, String label, List<String> values, String placeholder) {
    var field = new TextField(label);
    field.setWidthFull();
    field.setValue(String.join(" ", values));
    field.setPlaceholder(placeholder);
    Look.testId("credential-" + key, field);
    lists.put(key, field);
    add(field);
    return field;
  }

  /** The fields by the lower-case name that problems have for them. */
  Map<String, AbstractField<?, ?>> byName() {
    var fields = new LinkedHashMap<String, AbstractField<?, ?>>();
    texts.forEach((key, field) -> fields.put(key.toLowerCase(Locale.ROOT), field));
    lists.forEach((key, field) -> fields.put(key, field));
    List.of("password", "token", "value", "clientsecret").forEach(key -> fields.put(key, secret));
    return fields;
  }

  /** What was filled in; a secret that was left out keeps the stored one. */
  ObjectNode document() {
    ObjectNode document = Json.MAPPER.createObjectNode().put("kind", kind.kind());
    texts.forEach((key, field) -> {
      if (!field.getValue().isBlank()) {
        document.put(key, field.getValue().strip());
      }
    });
    lists.forEach((key, field) -> document.set(key, Json.toTree(words(field.getValue()))));
    if (kind == CredentialKind.OAUTH2) {
      document.set("clientAuth", Json.toTree(clientAuth.getValue()));
      if (stored instanceof OAuth2ClientCredentials oauth && !oauth.parameters().isEmpty()) {
        document.set("parameters", Json.toTree(oauth.parameters()));
      }
    }
    if (!secret.getValue().isEmpty()) {
      document.put(secretField(), secret.getValue());
    }
    return document;
  }

  private String secretField() {
    return switch (kind) {
      case BASIC, DIGEST, OAUTH2_PASSWORD -> "password";
      case BEARER -> "token";
      case API_KEY -> "value";
      case OAUTH2, OAUTH2_CODE -> "clientSecret";
      case OAUTH2_JWT -> "privateKey";
      case AWS -> "secretAccessKey";
      case HMAC -> "secret";
    };
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
  }
}
