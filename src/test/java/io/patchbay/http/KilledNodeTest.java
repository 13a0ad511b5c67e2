package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.common.Json;
import io.patchbay.credential.Credential;
import io.patchbay.credential.OAuthClient;
import io.patchbay.credential.Secret;
import io.patchbay.testing.AuthorizationServer;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** What is left when a node is killed around a renewal with a refresh token that is good once. */
class KilledNodeTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final CallFixture house = new CallFixture(database);
  private final AuthorizationServer server =
      new AuthorizationServer()
          .secretClient("patchbay", ClientAuthenticationMethod.CLIENT_SECRET_BASIC);

  @BeforeEach
  void start() throws IOException, LifecycleException {
    server.start();
    house.credential(
        "shop",
        Json.write(
            Map.of(
                "kind",
                "oauth2AuthorizationCode",
                "authorizationUrl",
                server.url("/oauth2/authorize"),
                "tokenUrl",
                server.tokenUrl(),
                "clientId",
                "patchbay",
                "clientSecret",
                AuthorizationServer.SECRET + "patchbay",
                "scopes",
                List.of("orders:read"))));
    house.grants.connected(
        credential(),
        new Grant(
            Secret.of(server.consent("patchbay", "orders:read")),
            null,
            List.of("orders:read"),
            false),
        "ada@example.com");
  }

  @AfterEach
  void stop() throws IOException, LifecycleException {
    server.close();
    house.close();
  }

  @Test
  void betweenRenewalAndUseNothingIsLost() throws Exception {
    try (var node = RenewingNode.start(house, "shop")) {
      node.awaitToken();
      node.kill();
    }

    var result = house.tokens.get(source(), PATIENCE);

    assertThat(result.failure()).isNull();
    assertThat(server.knows(result.token().reveal())).isTrue();
    assertThat(server.requests()).isEqualTo(1);
    assertThat(house.tokens.renew(source(), PATIENCE).failure()).isNull();
    assertThat(server.statuses()).containsExactly(200, 200);
  }

  @Test
  void betweenTheServersDecisionAndItsWritingDownSomebodyHasToSignInAgain() throws Exception {
    server.delay(Duration.ofSeconds(30));
    try (var node = RenewingNode.start(house, "shop")) {
      await().atMost(PATIENCE).until(() -> server.decisions() == 1);
      node.kill();
    }
    server.delay(Duration.ZERO);

    var result = house.tokens.get(source(), PATIENCE);

    assertThat(result.trouble()).isEqualTo(TokenTrouble.SIGN_IN);
    assertThat(result.failure().detail())
        .contains("Credential 'shop' needs somebody to sign in")
        .contains("broken off before its answer was kept");
    assertThat(server.requests()).isEqualTo(2); // the old refresh token was tried once more
    assertThat(house.grants.view(credential()).state())
        .isEqualTo(ConnectionView.State.SIGN_IN_AGAIN);
  }

  private Credential credential() {
    return house.credentials.store.find(house.access.workspace(), "shop").orElseThrow();
  }

  private TokenSource source() {
    return TokenSource.of(credential(), (OAuthClient) credential().settings(), List.of());
  }
}
