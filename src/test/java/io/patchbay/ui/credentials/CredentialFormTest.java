package io.patchbay.ui.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.Json;
import io.patchbay.credential.CertificateView;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.CredentialView;
import io.patchbay.credential.OAuthClient.ClientAuth;
import io.patchbay.http.Discovery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** What the form of each kind makes of what is filled in. */
class CredentialFormTest {

  private static final String KEY = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----";

  private static final FormHelp HELP =
      new FormHelp() {
        @Override
        public Discovery discover(String issuer) {
          throw new UnsupportedOperationException();
        }

        @Override
        public List<String> clientCertificates() {
          return List.of("Partner");
        }

        @Override
        public void addCertificate(Consumer<CertificateView> onAdded) {
          throw new UnsupportedOperationException();
        }

        @Override
        public String redirectUri() {
          return "https://patchbay.example.com/oauth/callback";
        }
      };

  @ParameterizedTest
  @EnumSource(CredentialKind.class)
  void aStoredCredentialComesOutOfItsFormAsItWas(CredentialKind kind) {
    var settings = full(kind);
    var document = new CredentialForm(kind, stored(settings), HELP).document();
    document.remove("origins");
    assertThat(Json.convert(document, CredentialSettings.class)).isEqualTo(settings);
  }

  @ParameterizedTest
  @EnumSource(CredentialKind.class)
  void aFormOfferesAFieldForEachSecret(CredentialKind kind) {
    for (var secret : full(kind).secrets()) {
      var form = new CredentialForm(kind, stored(full(kind)), HELP);
      assertThat(form.mark(List.of(new Problem(secret.name(), "Enter it again.")))).isEmpty();
      assertThat(marked(form)).containsExactly("Enter it again.");
    }
  }

  @Test
  void whatAClientAuthenticationDoesNotNeedIsKeptButNotSent() {
    var form = new CredentialForm(CredentialKind.OAUTH2, null, HELP);
    set(form, "credential-tokenurl", "https://login.example.com/token");
    set(form, "credential-clientid", "sync");
    set(form, "credential-secret", "s3cret");
    set(form, "credential-clientauth", ClientAuth.PRIVATE_KEY_JWT);
    set(form, "credential-privatekey", KEY);
    set(form, "credential-keyid", "key-7");
    assertThat(form.document().toString()).doesNotContain("s3cret");
    assertThat(form.document().path("privateKey").asString()).isEqualTo(KEY);
    assertThat(form.document().path("assertion").path("keyId").asString()).isEqualTo("key-7");
    set(form, "credential-clientauth", ClientAuth.POST);
    assertThat(form.document().path("clientSecret").asString()).isEqualTo("s3cret");
    assertThat(form.document().has("privateKey")).isFalse();
    assertThat(form.document().has("assertion")).isFalse();
  }

  @Test
  void anOptionalSecretCanBeRemoved() {
    var form = new CredentialForm(CredentialKind.AWS, stored(full(CredentialKind.AWS)), HELP);
    set(form, "credential-sessiontoken", "temporary");
    assertThat(form.document().path("sessionToken").asString()).isEqualTo("temporary");
    set(form, "remove-secret", true);
    assertThat(form.document().path("sessionToken").isNull()).isTrue();
    set(form, "remove-secret", false);
    assertThat(form.document().has("sessionToken")).isFalse();
  }

  @Test
  void theFileOfAServiceAccountFillsTheForm() {
    var form = new CredentialForm(CredentialKind.OAUTH2_JWT, null, HELP);
    ObjectNode file =
        Json.MAPPER
            .createObjectNode()
            .put("type", "service_account")
            .put("client_email", "sync@p.iam.gserviceaccount.com")
            .put("private_key_id", "7f")
            .put("private_key", KEY)
            .put("token_uri", "https://oauth2.googleapis.com/token");
    set(form, "credential-privatekey", file.toString());
    var document = form.document();
    assertThat(document.path("issuedBy").asString()).isEqualTo("sync@p.iam.gserviceaccount.com");
    assertThat(document.path("tokenUrl").asString())
        .isEqualTo("https://oauth2.googleapis.com/token");
    assertThat(document.path("privateKey").asString()).isEqualTo(KEY);
    assertThat(document.path("assertion").path("keyId").asString()).isEqualTo("7f");
  }

  @Test
  void problemsGoToTheVeryRowAndTheRestComesBack() {
    var form =
        new CredentialForm(
            CredentialKind.OAUTH2_CODE, stored(full(CredentialKind.OAUTH2_CODE)), HELP);
    var unknown = new Problem("elsewhere", "Odd.");
    assertThat(
            form.mark(
                List.of(
                    new Problem("resources[1]", "No address."),
                    new Problem("authorizationParameters.prompt", "Taken."),
                    new Problem("assertion.algorithm", "Hidden."),
                    unknown)))
        .containsExactly(new Problem("assertion.algorithm", "Hidden."), unknown);
    assertThat(marked(form)).containsExactlyInAnyOrder("No address.", "Taken.");
  }

  private static List<String> marked(Component form) {
    return all(form)
        .filter(HasValidation.class::isInstance)
        .map(HasValidation.class::cast)
        .filter(HasValidation::isInvalid)
        .map(HasValidation::getErrorMessage)
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static <T> void set(Component form, String testId, T value) {
    var field =
        all(form)
            .filter(c -> testId.equals(c.getElement().getAttribute("data-testid")))
            .findFirst()
            .orElseThrow();
    ((HasValue<?, T>) field).setValue(value);
  }

  private static Stream<Component> all(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(CredentialFormTest::all));
  }

  private static CredentialView stored(CredentialSettings settings) {
    var now = Instant.parse("2026-11-24T10:00:00Z");
    return new CredentialView(
        new UUID(0, 1),
        "CRM",
        settings,
        List.of("https://api.example.com"),
        List.of(),
        List.of(),
        now,
        now,
        "ada@example.com",
        null,
        null,
        null);
  }

  /** Each kind with everything it can have. */
  private static CredentialSettings full(CredentialKind kind) {
    String oauth =
        """
        "tokenUrl": "https://login.example.com/token", "clientId": "sync", "scopes": ["a", "b"],
        "audience": "https://api.example.com", "resources": ["https://one/", "https://two/"],
        "parameters": {"tenant": "7"}, "certificate": "Partner", "issuer": "https://login.example.com"
        """;
    String json =
        switch (kind) {
          case BASIC -> "\"username\": \"ada\"";
          case DIGEST -> "\"username\": \"ada\"";
          case BEARER -> "";
          case API_KEY -> "\"values\": [\"appKey\", \"other\"]";
          case AWS -> "\"accessKeyId\": \"AKIA\"";
          case HMAC -> "\"keyId\": \"k1\"";
          case OAUTH2 ->
              oauth
                  + ", \"clientAuth\": \"privateKeyJwt\", \"assertion\": {\"algorithm\": \"PS256\", \"keyId\": \"k\"}";
          case OAUTH2_CODE ->
              oauth
                  + ", \"clientAuth\": \"post\", \"authorizationUrl\": \"https://login.example.com/auth\", \"authorizationParameters\": {\"prompt\": \"consent\"}";
          case OAUTH2_JWT ->
              oauth
                  + ", \"clientAuth\": \"basic\", \"issuedBy\": \"me\", \"subject\": \"you\", \"intendedFor\": \"them\", \"lifetimeSeconds\": 60, \"claims\": {\"x\": \"y\"}";
          case OAUTH2_PASSWORD -> oauth + ", \"clientAuth\": \"tls\", \"username\": \"ada\"";
        };
    String all = "{\"kind\": \"%s\"%s}".formatted(kind.kind(), json.isEmpty() ? "" : ", " + json);
    return Json.readDocument(all, CredentialSettings.class);
  }
}
