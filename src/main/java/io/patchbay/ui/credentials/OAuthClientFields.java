package io.patchbay.ui.credentials;

import io.patchbay.credential.OAuthClient;
import io.patchbay.credential.OAuthClient.ClientAuth;
import io.patchbay.credential.SecretField;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who asks for tokens, and how the client proves itself; what one way needs is there then only. */
final class OAuthClientFields {

  private static final List<String> ALGORITHMS =
      List.of("", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  private final CredentialKind kind;
  private final @Nullable OAuthClient stored;
  private final FormFields fields;
  private final TextFormField clientId;
  private final ChoiceFormField<ClientAuth> clientAuth;
  private final SecretFormField secret;
  private final KeyFormField key;
  private final ChoiceFormField<String> algorithm;
  private final TextFormField keyId;
  private final CertificateField certificate;
  private Consumer<ServiceAccount> onServiceAccount = account -> {};

  OAuthClientFields(
      CredentialKind kind, @Nullable OAuthClient stored, FormFields fields, FormHelp help) {
    this.kind = kind;
    this.stored = stored;
    this.fields = fields;
    this.clientId =
        new TextFormField("clientId", "Client ID", stored == null ? "" : stored.clientId()).mono();
    this.clientAuth =
        new ChoiceFormField<>(
            "clientAuth",
            "Client authentication",
            Arrays.stream(ClientAuth.values()).filter(this::isPossible).toList(),
            OAuthClientFields::words,
            stored == null ? usual() : stored.clientAuth());
    this.secret = new SecretFormField("clientSecret", "Client secret", isStored("clientSecret"));
    this.key =
        new KeyFormField(
            "privateKey",
            "Private key",
            isStored("privateKey"),
            account -> onServiceAccount.accept(account));
    this.algorithm =
        new ChoiceFormField<>(
            "assertion.algorithm", "Algorithm", ALGORITHMS, OAuthClientFields::algorithm, alg());
    this.keyId =
        new TextFormField("assertion.keyId", "Key ID (kid)", kid())
            .mono()
            .help("As the server lists the key; many want it.");
    this.certificate = new CertificateField(stored == null ? null : stored.certificate(), help);
    if (kind == CredentialKind.OAUTH2_JWT) {
      key.help("PEM, JWK, or the JSON file of a Google service account, which fills the form.");
      fields.add(key);
    } else {
      key.help("PEM or JWK. The server gets the public key from you, never this one.");
      fields.add(clientId);
      fields.add(clientAuth);
      fields.add(secret);
      fields.add(key);
    }
    fields.addBeside(algorithm, keyId);
    clientAuth.field().addValueChangeListener(event -> arrange());
  }

  /** Adds what most do without; call it where the further settings begin. */
  void further() {
    if (kind == CredentialKind.OAUTH2_JWT) {
      fields.addFurther(clientAuth);
      fields.addFurther(clientId);
      fields.addFurther(secret);
    }
    fields.addFurther(certificate);
    arrange();
  }

  /** Tells what the file of a service account says besides its key. */
  void onServiceAccount(Consumer<ServiceAccount> listener) {
    onServiceAccount = listener;
  }

  void setKeyId(String value) {
    keyId.set(value);
  }

  ClientAuth way() {
    return clientAuth.value();
  }

  /** Takes the first of these ways when the one that is chosen is none of them. */
  void prefer(List<ClientAuth> ways) {
    if (kind != CredentialKind.OAUTH2_JWT && !ways.contains(way())) {
      ways.stream().filter(this::isPossible).findFirst().ifPresent(clientAuth.field()::setValue);
    }
  }

  private void arrange() {
    ClientAuth way = clientAuth.value();
    boolean signs = kind == CredentialKind.OAUTH2_JWT || way == ClientAuth.PRIVATE_KEY_JWT;
    secret.component().setVisible(way == ClientAuth.BASIC || way == ClientAuth.POST);
    key.component().setVisible(signs);
    algorithm.component().setVisible(signs);
    keyId.component().setVisible(signs);
    certificate.setRequired(way == ClientAuth.TLS);
    if (way == ClientAuth.TLS) {
      fields.moveBehind(certificate, clientAuth);
    } else {
      fields.moveFurther(certificate);
    }
  }

  private boolean isPossible(ClientAuth way) {
    return way != ClientAuth.NONE || kind != CredentialKind.OAUTH2;
  }

  private ClientAuth usual() {
    return kind == CredentialKind.OAUTH2_JWT ? ClientAuth.NONE : ClientAuth.BASIC;
  }

  private boolean isStored(String field) {
    return stored != null
        && stored.secrets().stream().map(SecretField::name).anyMatch(field::equals);
  }

  private String alg() {
    var assertion = stored == null ? null : stored.assertion();
    var name = assertion == null ? null : assertion.algorithm();
    return name == null ? "" : name;
  }

  private @Nullable String kid() {
    var assertion = stored == null ? null : stored.assertion();
    return assertion == null ? null : assertion.keyId();
  }

  private static String algorithm(String name) {
    return name.isEmpty() ? "By the key" : name;
  }

  private static String words(ClientAuth way) {
    return switch (way) {
          case BASIC -> "Secret in the Basic header";
          case POST -> "Secret in the body";
          case PRIVATE_KEY_JWT -> "Signed assertion, by a private key";
          case TLS -> "Client certificate";
          case NONE -> "None, a public client";
        }
        + " (%s)".formatted(IssuerField.wireName(way));
  }
}
