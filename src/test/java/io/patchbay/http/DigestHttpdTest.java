package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Json;
import io.patchbay.testing.ForeignServer;
import io.patchbay.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Digest as Apache httpd checks it; it knows MD5 only. */
class DigestHttpdTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final String REALM = "The shop";
  private static final String USER = "jürgen \"j\"";
  private static final String PASSWORD = "canary: pässword";
  private static final String CONFIG =
      """
      Listen 127.0.0.1:${port}
      DocumentRoot ${dir}
      <Location "/">
        AuthType Digest
        AuthName "The shop"
        AuthDigestProvider file
        AuthUserFile ${dir}/users
        AuthDigestNonceLifetime 2
        Require valid-user
      </Location>
      """;

  private static ForeignServer httpd;

  private final CallFixture house = new CallFixture(database);

  @BeforeAll
  static void start() {
    var user = "%s:%s:%s".formatted(USER, REALM, hash(USER + ":" + REALM + ":" + PASSWORD));
    httpd =
        ForeignServer.apache(
            CONFIG,
            List.of("authn_core", "authn_file", "authz_user", "auth_digest"),
            Map.of("users", user + "\n", "new.txt", "new shoes"));
  }

  @AfterAll
  static void stop() {
    if (httpd != null) {
      httpd.close();
    }
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void isLetInAndThenNeedsNoSecondRound() {
    credential(PASSWORD);

    var first = house.ask(api(), "get").with("q", "a b&c").call();
    var posted = house.ask(api(), "post").body(Map.of("a", 1)).call();

    assertThat(first.body()).isEqualTo("new shoes");
    assertThat(first.attempts()).extracting(Attempt::status).containsExactly(401, 200);
    assertThat(posted.status()).isEqualTo(200);
    assertThat(posted.attempts()).hasSize(1);
    assertThat(Json.write(List.of(first, posted))).doesNotContain("canary");
  }

  @Test
  void aNonceThatGrewOldIsReplacedWithinTheCall() throws Exception {
    credential(PASSWORD);
    house.ask(api(), "get").call();
    Thread.sleep(3_100);

    var later = house.ask(api(), "get").call();

    assertThat(later.status()).isEqualTo(200);
    assertThat(later.attempts()).extracting(Attempt::status).containsExactly(401, 200);
  }

  @Test
  void aWrongPasswordFailsAfterOneAnswer() {
    credential("canary: another");

    var response = house.ask(api(), "get").call();

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.attempts()).hasSize(2);
    assertThat(response.failure().detail()).contains("user name or password are not right");
  }

  private void credential(String password) {
    house.credential(
        "key",
        "{kind: digest, username: %s, password: %s}"
            .formatted(Json.write(USER), Json.write(password)));
  }

  private static String hash(String text) {
    return DigestAlgorithm.of("MD5").orElseThrow().hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Api api() {
    return CallFixture.api(
        """
        name: Shop
        baseUrl: http://127.0.0.1:%d
        auth: {kind: digest, credential: key}
        methods:
          - {name: get, path: /new.txt, parameters: [{in: query, name: q}]}
          - {name: post, verb: POST, path: /new.txt}
        """
            .formatted(httpd.port()));
  }
}
