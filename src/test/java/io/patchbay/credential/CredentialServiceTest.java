package io.patchbay.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.Access;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.common.NotFoundException;
import io.patchbay.testing.TestDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredentialServiceTest {

  private static final TestDatabase database = TestDatabase.fresh();

  private static final String OAUTH =
      """
      {"kind": "oauth2ClientCredentials", "tokenUrl": "https://id.example.com/token",
       "clientId": "patchbay", "clientSecret": "canary-0a1b", "scopes": ["read", "write"],
       "audience": "orders", "parameters": {"tenant": "7"}}
      """;

  private final CredentialFixture house = new CredentialFixture(database);
  private final CredentialService service = house.service;
  private final Access editor = house.workspace();

  @Test
  void showsAllButTheSecret() {
    put("CRM sandbox", OAUTH);

    var document = service.get(editor, "CRM sandbox").document();

    assertThat(document.path("tokenUrl").asString()).isEqualTo("https://id.example.com/token");
    assertThat(document.path("clientId").asString()).isEqualTo("patchbay");
    assertThat(document.path("scopes")).hasSize(2);
    assertThat(document.path("secretSet").asBoolean()).isTrue();
    assertThat(document.path("updatedBy").asString()).isEqualTo("ada@example.com");
    assertThat(Json.write(service.list(editor, null))).doesNotContain("canary");
  }

  @Test
  void storesTheSecretEncrypted() {
    put("crm", OAUTH);

    var dump =
        database.jdbc().sql("select credentials::text from credentials").query(String.class).list();

    assertThat(dump.toString())
        .doesNotContain("canary")
        .doesNotContain(
            java.util.HexFormat.of()
                .formatHex("canary".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(stored("crm").secret("clientSecret").reveal()).isEqualTo("canary-0a1b");
  }

  @Test
  void keepsTheSecretThatIsLeftOut() {
    put("crm", OAUTH);

    put("crm", OAUTH.replace("\"clientSecret\": \"canary-0a1b\",", "").replace("orders", "stock"));

    assertThat(stored("crm").secret("clientSecret").reveal()).isEqualTo("canary-0a1b");
    assertThat(stored("crm").revision()).isEqualTo(2);
  }

  @Test
  void removesAnOptionalSecretThatIsNull() {
    var aws = "{kind: awsSigV4, accessKeyId: AKIA, %s}";
    put("aws", aws.formatted("secretAccessKey: canary, sessionToken: temporary"));
    put("aws", aws.formatted("secretAccessKey: other"));
    assertThat(stored("aws").secrets().fields()).contains("sessionToken");

    put("aws", aws.formatted("sessionToken: null"));

    assertThat(stored("aws").secrets().fields()).containsExactly("secretAccessKey");
    assertThat(stored("aws").secret("secretAccessKey").reveal()).isEqualTo("other");
    assertThatThrownBy(() -> put("aws", aws.formatted("secretAccessKey: null")))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("secretAccessKey: It cannot be removed");
  }

  @Test
  void takesBackTheVeryDocumentThatItGave() {
    put("crm", OAUTH);

    service.put(editor, "crm", service.get(editor, "crm").document());

    assertThat(stored("crm").secret("clientSecret").reveal()).isEqualTo("canary-0a1b");
  }

  @Test
  void wantsTheSecretAgainWhenTheTokenUrlMovesToAnotherServer() {
    put("crm", OAUTH);
    var moved =
        OAUTH
            .replace("\"clientSecret\": \"canary-0a1b\",", "")
            .replace("id.example.com", "evil.example.com");

    assertThatThrownBy(() -> put("crm", moved))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("clientSecret: Enter it again");
  }

  @Test
  void wantsTheSecretAgainWhenItsOriginsAreWidened() {
    put("key", "{kind: apiKey, value: canary, origins: ['https://a.example.com']}");

    for (var origins : List.of("['https://a.example.com', 'https://b.example.com']", "[]")) {
      assertThatThrownBy(() -> put("key", "{kind: apiKey, origins: %s}".formatted(origins)))
          .isInstanceOf(InvalidException.class)
          .hasMessageContaining("value: Enter it again");
    }
    put("key", "{kind: apiKey, value: other, origins: ['https://b.example.com']}");
    assertThat(service.get(editor, "key").origins()).containsExactly("https://b.example.com");
  }

  @Test
  void wantsTheSecretAgainWhenTheKindChanges() {
    put("key", "{kind: apiKey, value: canary}");

    assertThatThrownBy(() -> put("key", "{kind: bearer}"))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("token: Enter it again");
  }

  @Test
  void bindsAtFirstUseOnly() {
    put("key", "{kind: bearer, token: canary}");

    service.bindOrigin(editor, "key", URI.create("https://API.example.com:443/v1"));
    service.bindOrigin(editor, "key", URI.create("https://evil.example.com"));
    service.bindOrigin(editor, "not there", URI.create("https://evil.example.com"));

    assertThat(service.get(editor, "key").origins()).containsExactly("https://api.example.com");
  }

  @Test
  void namesAllThatIsWrong() {
    assertThatThrownBy(() ->
            put(
                "crm",
                """
                {kind: oauth2ClientCredentials, tokenUrl: nowhere, clientSecret: "a\\nb",
                 password: x, origins: [ftp://x]}
                """))
        .isInstanceOfSatisfying(
            InvalidException.class,
            e ->
                assertThat(e.problems())
                    .extracting(InvalidException.Problem::where)
                    .containsExactlyInAnyOrder(
                        "tokenUrl", "clientId", "password", "clientSecret", "origins[0]"));
    assertThatThrownBy(() -> put("crm", "{kind: basic, username: ada}"))
        .hasMessageContaining("password: Enter it");
    assertThatThrownBy(() -> put("crm", "{kind: magic}")).isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> put("a/b", "{kind: bearer, token: x}"))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void keepsOneThatIsUsed() {
    put("crm", OAUTH);
    house.usedBy(List.of("orders"));

    assertThatThrownBy(() -> service.delete(editor, "crm"))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("used by API 'orders';");
    assertThat(service.get(editor, "crm").usedBy()).containsExactly("orders");
  }

  @Test
  void tellsListenersOfChangesAndForgetsWhatItKnew() {
    var changed = new ArrayList<UUID>();
    house.listener(changed::add);
    put("crm", OAUTH);
    var first = stored("crm");

    put("crm", OAUTH.replace("0a1b", "2c3d"));
    assertThat(stored("crm").secret("clientSecret").reveal()).isEqualTo("canary-2c3d");
    service.delete(editor, "crm");

    assertThat(changed).containsExactly(first.id(), first.id());
    assertThat(house.store.find(editor.workspace(), "crm")).isEmpty();
    assertThatThrownBy(() -> service.get(editor, "crm")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void keepsWorkspacesApart() {
    put("crm", OAUTH);
    var other = house.workspace();

    assertThat(service.list(other, null)).isEmpty();
    assertThat(house.store.find(other.workspace(), "crm")).isEmpty();
    assertThatThrownBy(() -> service.delete(other, "crm")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void viewersListAndEditorsWrite() {
    put("crm", OAUTH);
    var viewer = CredentialFixture.access(editor.workspace(), Access.Role.VIEWER);
    var operator = CredentialFixture.access(editor.workspace(), Access.Role.OPERATOR);

    assertThat(service.list(viewer, "CRM")).hasSize(1);
    assertThat(service.list(viewer, "oauth")).hasSize(1);
    assertThat(service.list(viewer, "zzz")).isEmpty();
    assertThatThrownBy(() -> service.delete(operator, "crm"))
        .isInstanceOf(ForbiddenException.class);
  }

  private void put(String name, String document) {
    service.put(editor, name, CredentialFixture.document(document.strip()));
  }

  private Credential stored(String name) {
    return house.store.find(editor.workspace(), name).orElseThrow();
  }
}
