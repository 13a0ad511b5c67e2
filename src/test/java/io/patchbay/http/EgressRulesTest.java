package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.Administration;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.UserId;
import io.patchbay.credential.CredentialFixture;
import io.patchbay.http.EgressRuleView.Source;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators allow holds at once, on all nodes, and no longer than they want. */
class EgressRulesTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final UserId ADMINISTRATOR = new UserId(UUID.randomUUID());

  private final MockWebServer server = new MockWebServer();
  private final List<String> noted = new ArrayList<>();
  private final CallFixture node =
      new CallFixture(
          new CredentialFixture(database), null, TrustedAuthorities.of(""), "10.9.9.9:443");
  private final EgressRuleService rules = service(node);

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    for (int i = 0; i < 10; i++) {
      server.enqueue(new MockResponse.Builder().body("{}").build());
    }
  }

  @AfterEach
  void stop() throws IOException {
    node.close();
    server.close();
    database.jdbc().sql("delete from egress_rules").update();
  }

  @Test
  void letsCallsPassUntilTheRuleIsTakenBack() {
    assertThat(call(node).failure()).isNotNull();

    var rule = rules.add(ADMINISTRATOR, " 127.0.0.0/8:%d ".formatted(server.getPort()), " Test ");

    assertThat(call(node).status()).isEqualTo(200);
    assertThat(rule.note()).isEqualTo("Test");
    rules.delete(ADMINISTRATOR, rule.id());
    assertThat(call(node).failure()).isNotNull();
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(noted)
        .containsExactly(
            "allowed outbound calls to 127.0.0.0/8:" + server.getPort(),
            "no longer allows outbound calls to 127.0.0.0/8:" + server.getPort());
  }

  @Test
  void holdsOnOtherNodes() throws IOException {
    var other =
        new CallFixture(
            new CredentialFixture(database, node.credentials.masterKey),
            node.access,
            TrustedAuthorities.of(""),
            "");
    try (other) {
      var theirs = service(other);
      var rule = rules.add(ADMINISTRATOR, "127.0.0.1:*", null);
      theirs.follow();
      assertThat(call(other).status()).isEqualTo(200);

      rules.delete(ADMINISTRATOR, rule.id());
      theirs.follow();
      assertThat(call(other).failure()).isNotNull();
    }
  }

  @Test
  void listsThoseOfTheSettingsToo() {
    rules.add(ADMINISTRATOR, "[fd12:0:0::]/16:443".replace("::]/16", "::/16]"), null);

    assertThat(rules.list(ADMINISTRATOR))
        .extracting(EgressRuleView::rule)
        .containsExactly("10.9.9.9:443", "[fd12:0:0:0:0:0:0:0/16]:443");
    assertThat(rules.list(ADMINISTRATOR))
        .extracting(EgressRuleView::source)
        .containsExactly(Source.SETTINGS, Source.ADMINISTRATOR);
    assertThatThrownBy(() -> rules.add(ADMINISTRATOR, "[fd12::/16]:443", null))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void isForAdministratorsOnlyAndSaysWhatIsWrong() {
    var somebody = new UserId(UUID.randomUUID());

    assertThatThrownBy(() -> rules.add(somebody, "127.0.0.1:*", null))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> rules.list(somebody)).isInstanceOf(ForbiddenException.class);
    for (var wrong : List.of("", "crm", "crm:0", "http://crm:80", "10.0.0.0/33:1", "*:*")) {
      assertThatThrownBy(() -> rules.add(ADMINISTRATOR, wrong, null))
          .isInstanceOf(InvalidException.class)
          .hasMessageContaining("rule");
    }
  }

  private ApiResponse call(CallFixture from) {
    var api =
        CallFixture.api(
            "# an API\n{name: X, baseUrl: 'http://127.0.0.1:%d', policies: {retries: 0}, methods: [{name: get}]}"
                .formatted(server.getPort()));
    return from.ask(api, "get").call();
  }

  private EgressRuleService service(CallFixture from) {
    return new EgressRuleService(
        new EgressRuleRepository(database.jdbc()),
        from.policy,
        from.clients,
        new Administration() {
          @Override
          public String requireAdministrator(UserId user) {
            if (!user.equals(ADMINISTRATOR)) {
              throw new ForbiddenException("Only an administrator of this server can do this.");
            }
            return "admin@example.org";
          }

          @Override
          public void record(String actor, String action, String subject, @Nullable String detail) {
            noted.add(action + " " + subject);
          }
        },
        from.credentials.ids,
        InstantSource.system());
  }
}
