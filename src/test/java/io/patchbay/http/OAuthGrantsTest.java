package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Access;
import io.patchbay.common.Json;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialFixture;
import io.patchbay.credential.Secret;
import io.patchbay.http.ConnectionView.State;
import io.patchbay.testing.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class OAuthGrantsTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final String SETTINGS =
      """
      {"kind": "oauth2AuthorizationCode", "authorizationUrl": "https://id.example.com/authorize",
       "tokenUrl": "https://id.example.com/token", "clientId": "app", "clientAuth": "none",
       "scopes": ["read"], "origins": ["https://api.example.com"]}
      """;

  private final CredentialFixture house = new CredentialFixture(database);
  private final LiveSecrets secrets = new LiveSecrets(InstantSource.system());
  private final OAuthGrants grants =
      new OAuthGrants(
          new OAuthGrantRepository(database.jdbc(), house.vault), secrets, InstantSource.system());
  private final Access access = house.workspace();

  @BeforeEach
  void connect() {
    house.listener(grants);
    put("clientId", "app");
    grants.connected(
        credential(),
        new Grant(Secret.of("refresh-1"), null, List.of("read"), false),
        access.actor());
  }

  @Test
  void keepsAConsentEncrypted() {
    var grant = grants.find(credential()).orElseThrow();

    assertThat(grant.refreshToken()).isEqualTo(Secret.of("refresh-1"));
    assertThat(grant.isInDoubt()).isFalse();
    assertThat(grants.view(credential()))
        .returns(State.CONNECTED, ConnectionView::state)
        .returns(access.actor(), ConnectionView::connectedBy)
        .returns(List.of("read"), ConnectionView::scopes);
    assertThat(stored()).doesNotContain("refresh-1");
    assertThat(secrets.redact(access.workspace(), "it is refresh-1")).doesNotContain("refresh-1");
  }

  @Test
  void keepsTheNextRefreshTokenAndLeavesTheOneThatStays() {
    grants.renewing(credential());
    assertThat(grants.find(credential()).orElseThrow().isInDoubt()).isTrue();

    grants.rotated(credential(), "refresh-2", List.of("read", "write"));
    grants.renewing(credential());
    grants.rotated(credential(), null, null);

    var grant = grants.find(credential()).orElseThrow();
    assertThat(grant.refreshToken()).isEqualTo(Secret.of("refresh-2"));
    assertThat(grant.scopes()).containsExactly("read", "write");
    assertThat(grant.isInDoubt()).isFalse();
  }

  @Test
  void keepsAnAccessTokenThatNothingRenews() {
    var end = Instant.parse("2030-01-01T00:00:00Z");
    var issued = new Grant.Issued(Secret.of("access-1"), end.minusSeconds(60), end);

    grants.connected(credential(), new Grant(null, issued, List.of(), false), access.actor());

    var grant = grants.find(credential()).orElseThrow();
    assertThat(grant.refreshToken()).isNull();
    assertThat(grant.accessToken()).isEqualTo(issued);
    assertThat(stored()).doesNotContain("access-1");
  }

  @Test
  void saysToSignInAgainWhenTheProviderEndedIt() {
    grants.lost(credential(), "The provider answered invalid_grant.");

    assertThat(grants.find(credential())).isEmpty();
    assertThat(grants.view(credential()))
        .returns(State.SIGN_IN_AGAIN, ConnectionView::state)
        .returns("The provider answered invalid_grant.", ConnectionView::reason);
    assertThat(grants.whyNone(credential()))
        .isEqualTo(
            "it has to be connected again on the page of the credential; "
                + access.actor()
                + " did it last. The provider answered invalid_grant.");
  }

  @Test
  void voidsAConsentWhenTheClientChanges() {
    put("clientId", "other");

    assertThat(grants.find(credential())).isEmpty();
    assertThat(grants.view(credential()).reason()).contains("changed since it was connected");
  }

  @Test
  void keepsAConsentWhenOnlyTheNamesOfParametersChange() {
    put("issuer", "https://id.example.com");

    assertThat(grants.find(credential())).isPresent();
  }

  @Test
  void voidsAConsentWhenItCouldBeSentToOtherServers() {
    var document = settings();
    document.putArray("origins").add("https://api.example.com").add("https://evil.example.com");
    house.service.put(access, "shop", document);

    assertThat(grants.find(credential())).isEmpty();
    assertThat(grants.view(credential()).reason()).contains("other servers");
    assertThat(stored()).contains("refresh_token=null");
  }

  @Test
  void forgetsWhatIsDisconnected() {
    assertThat(grants.disconnect(credential().id())).isTrue();
    assertThat(grants.disconnect(credential().id())).isFalse();

    assertThat(grants.view(credential()).state()).isEqualTo(State.NOT_CONNECTED);
    assertThat(grants.whyNone(credential())).startsWith("it is not connected");
  }

  private void put(String field, String value) {
    house.service.put(access, "shop", settings().put(field, value));
  }

  private static ObjectNode settings() {
    return Json.readDocument(SETTINGS, ObjectNode.class);
  }

  private Credential credential() {
    return house.store.find(access.workspace(), "shop").orElseThrow();
  }

  private String stored() {
    return database
        .jdbc()
        .sql(
            """
            select scopes || state || coalesce(reason, '')
              || 'refresh_token=' || coalesce(encode(refresh_token, 'escape'), 'null')
              || 'access_token=' || coalesce(encode(access_token, 'escape'), 'null')
            from oauth_grants where credential_id = ?
            """)
        .param(credential().id())
        .query(String.class)
        .single();
  }
}
