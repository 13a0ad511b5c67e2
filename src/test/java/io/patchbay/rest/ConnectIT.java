package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.account.AccountService;
import io.patchbay.common.Access.Role;
import io.patchbay.testing.ConsentPages;
import io.patchbay.testing.ForeignServer;
import io.patchbay.testing.Http;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connecting a credential at an authorization server that nobody here wrote: oidc-provider. */
@RestTest
class ConnectIT {

  private static final String PUBLIC = "https://patchbay.example";

  private static ForeignServer provider;

  @Autowired Team team;
  @Autowired AccountService accounts;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private String workspace;
  private Caller caller;
  private FormBrowser browser;

  @BeforeAll
  static void start() {
    provider = ForeignServer.node("oidc/provider.mjs", "oidc-provider");
  }

  @AfterAll
  static void stop() {
    if (provider != null) {
      provider.close();
    }
  }

  @BeforeEach
  void signIn() {
    workspace = team.workspace();
    caller = Caller.nobody(port).withToken(team.administratorToken());
    browser = new FormBrowser(port);
    browser.signIn(RestTest.ADMIN, RestTest.PASSWORD, false);
    api();
    credential("basic", Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic", "post", "public"})
  void connectsWithEachClientAuthenticationAndCalls(String client) {
    credential(client, Map.of());
    assertThat(connection().body()).contains("\"notConnected\"");

    var page = browser.get(consent(begin()));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.body())
        .contains("data-state=\"connected\"")
        .contains("href=\"/" + workspace + "/credentials\"");
    var connection = connection().json();
    assertThat(connection.path("state").stringValue()).isEqualTo("connected");
    assertThat(connection.path("connectedBy").stringValue()).isEqualTo(RestTest.ADMIN);
    assertThat(connection.path("scopes").toString()).contains("openid").contains("offline_access");
    var call = tryIt();
    assertThat(call.json().path("status").intValue()).as(call.body()).isEqualTo(200);
    assertThat(call.json().has("tokenExchange")).as("the token came with the consent").isFalse();
    assertThat(audit()).contains("connected credential");
  }

  @Test
  void renewsTwiceWithRefreshTokensThatRotate() {
    browser.get(consent(begin()));

    for (int renewals = 2; renewals <= 3; renewals++) {
      var renewed = renew();
      assertThat(renewed.path("state").stringValue()).as(renewed.toString()).isEqualTo("valid");
      assertThat(renewed.path("renewals").intValue()).isEqualTo(renewals);
    }

    assertThat(tryIt().json().path("status").intValue()).isEqualTo(200);
    assertThat(connection().body()).contains("\"connected\"");
  }

  @Test
  void saysToSignInAgainWhenTheProviderEndedIt() {
    browser.get(consent(begin()));
    Http.to("http://127.0.0.1:" + provider.port()).get("/test/end-all");

    assertThat(renew().path("lastError").stringValue()).contains("invalid_grant");

    var connection = connection().json();
    assertThat(connection.path("state").stringValue()).isEqualTo("signInAgain");
    assertThat(connection.path("reason").stringValue()).contains("invalid_grant");
    var call = tryIt().body();
    assertThat(call).contains("connect");

    browser.get(consent(begin()));
    assertThat(tryIt().json().path("status").intValue()).as("connected again").isEqualTo(200);
  }

  @Test
  void saysThatConsentWasRefused() {
    var page = browser.get(new ConsentPages(PUBLIC).refuse(begin()));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("data-state=\"refused\"").contains("did not give access");
    assertThat(connection().body()).contains("\"notConnected\"");
  }

  @Test
  void saysWhatTheTokenEndpointSaid() {
    credential("basic", Map.of("clientSecret", "canary-of-a-wrong-secret"));

    var page = browser.get(consent(begin()));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("invalid_client").doesNotContain("canary");
    assertThat(connection().body()).contains("\"notConnected\"");
  }

  @Test
  void takesAnAnswerOnce() {
    var answer = consent(begin());

    assertThat(browser.get(answer).status()).isEqualTo(200);

    assertThat(browser.get(answer).body()).contains("was used already");
  }

  @Test
  void takesNoAnswerWithAnotherState() {
    var answer = consent(begin());

    var page = browser.get(answer.replaceFirst("state=[^&]+", "state=invented"));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("belongs to no connection that was begun here");
    assertThat(browser.get("/oauth/callback").body()).contains("it has no state");
  }

  @Test
  void takesNoAnswerAfterTenMinutes() {
    var answer = consent(begin());
    jdbc.sql("update oauth_connects set expires_at = now() - interval '1 second'").update();

    assertThat(browser.get(answer).body()).contains("after more than ten minutes");
  }

  @Test
  void takesNoAnswerInAnotherSessionOfTheSameUser() {
    var answer = consent(begin());
    var other = new FormBrowser(port);
    other.signIn(RestTest.ADMIN, RestTest.PASSWORD, false);

    assertThat(other.get(answer).body()).contains("in another browser or session");
    assertThat(browser.get(answer).body()).as("it is used up").contains("was used already");
    assertThat(connection().body()).contains("\"notConnected\"");
  }

  @Test
  void takesNoAnswerOfAnotherUser() {
    var answer = consent(begin());

    assertThat(editor().get(answer).body()).contains("begun by somebody else");
    assertThat(connection().body()).contains("\"notConnected\"");
  }

  @Test
  void takesNothingFromSomebodyWhoIsNotSignedIn() {
    var answer = new FormBrowser(port).get(consent(begin()));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/sign-in");
  }

  @Test
  void takesNoAnswerOfAnotherIssuer() {
    var answer = consent(begin());

    var page = browser.get(answer.replaceFirst("iss=[^&]+", "iss=https%3A%2F%2Fevil.example"));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("names another server than the issuer");
  }

  @Test
  void takesNoAnswerWithoutTheIssuerThatTheServerSaysItSends() {
    var answer = consent(begin());

    var page = browser.get(answer.replaceFirst("&iss=[^&]+", ""));

    assertThat(page.body()).contains("names nobody");
    assertThat(connection().body()).contains("\"notConnected\"");
  }

  @Test
  void takesNoAnswerWithoutACodeOrWithTwo() {
    var without = browser.get(consent(begin()).replaceFirst("code=[^&]+&", ""));
    assertThat(without.body()).contains("neither a code nor an error");

    var twice = browser.get(consent(begin()) + "&code=another");
    assertThat(twice.body()).contains("&#39;code&#39; twice");
  }

  @Test
  void showsWhatAProviderSaysAsText() {
    var answer = consent(begin());

    var page =
        browser.get(
            answer.replaceFirst(
                "code=[^&]+",
                "error=%3Cb%3E&error_description=%3Cscript%3Ealert(1)%3C%2Fscript%3E%0D%0A"
                    + "x".repeat(2_000)));

    assertThat(page.body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("&lt;b&gt;")
        .doesNotContain("<script>alert")
        .doesNotContain("<b>")
        .doesNotContain("x".repeat(400));
  }

  @Test
  void usesALinkOnceForItsUserAndTheCredentialAsItWas() {
    var link = link();
    assertThat(editor().get(link).status()).as("somebody else's").isEqualTo(409);
    assertThat(browser.get(link).status()).isEqualTo(303);
    assertThat(browser.get(link).status()).as("used").isEqualTo(409);
    assertThat(browser.get(link.replaceFirst("key=.*", "key=invented")).status()).isEqualTo(409);
    assertThat(browser.get(link.replaceFirst("\\?.*", "")).status()).isEqualTo(409);
    assertThat(new FormBrowser(port).get(link()).status()).as("nobody").isEqualTo(302);

    var before = link();
    credential("public", Map.of());
    assertThat(browser.get(before).body()).contains("Press Connect again");
  }

  @Test
  void takesNoAnswerWhenTheCredentialChangedMeanwhile() {
    var answer = consent(begin());
    credential("basic", Map.of("scopes", List.of("openid")));

    assertThat(browser.get(answer).body()).contains("changed while you were away");
  }

  @Test
  void asksWithTheConfiguredCallbackWhateverTheRequestSays() {
    var link = link();
    var headers =
        Map.of(
            "Cookie",
            "patchbay-session=" + browser.cookies.get("patchbay-session"),
            "X-Forwarded-Host",
            "evil.example");
    var answer =
        Caller.nobody(port)
            .send("GET", link + "&redirect_uri=https%3A%2F%2Fevil.example", null, headers);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location"))
        .startsWith("http://127.0.0.1:" + provider.port() + "/auth?")
        .contains("redirect_uri=https%3A%2F%2Fpatchbay.example%2Foauth%2Fcallback")
        .contains("code_challenge_method=S256")
        .contains("prompt=consent")
        .doesNotContain("evil");
  }

  @Test
  void isVoidWhenTheClientChangesAndGoneWhenDisconnected() {
    browser.get(consent(begin()));
    credential("public", Map.of());
    assertThat(connection().body()).contains("\"signInAgain\"").contains("changed");
    browser.get(consent(begin()));

    assertThat(caller.delete(at("/connection")).status()).isEqualTo(204);

    assertThat(connection().body()).contains("\"notConnected\"");
    assertThat(tryIt().body()).contains("not connected");
    assertThat(audit()).contains("disconnected credential");
  }

  @Test
  void keepsNothingThatCouldBeUsedReadable() {
    var answer = consent(begin());
    var state = answer.replaceFirst(".*state=([^&]+).*", "$1");
    var pending = jdbc.sql("select t::text from oauth_connects t").query(String.class).list();
    assertThat(pending.toString()).doesNotContain(state);

    browser.get(answer);

    assertThat(
            jdbc.sql(
                    "select count(*) from oauth_connects where workspace_id in (select id from workspaces where slug = ?)")
                .param(workspace)
                .query(Long.class)
                .single())
        .isZero();
  }

  private void api() {
    caller.put(
        "/api/v1/workspaces/" + workspace + "/apis/me",
        Map.of(
            "name",
            "Me",
            "baseUrl",
            "http://127.0.0.1:" + provider.port(),
            "auth",
            Map.of("kind", "oauth2AuthorizationCode", "credential", "shop"),
            "methods",
            List.of(Map.of("name", "me", "path", "/me"))));
  }

  private void credential(String client, Map<String, Object> more) {
    var issuer = "http://127.0.0.1:" + provider.port();
    var document = new LinkedHashMap<String, Object>();
    document.put("kind", "oauth2AuthorizationCode");
    document.put("issuer", issuer);
    document.put("authorizationUrl", issuer + "/auth");
    document.put("tokenUrl", issuer + "/token");
    document.put("clientId", client);
    document.put("clientAuth", client.equals("public") ? "none" : client);
    document.put("scopes", List.of("openid", "offline_access"));
    document.put("authorizationParameters", Map.of("prompt", "consent"));
    if (!client.equals("public")) {
      document.put("clientSecret", "canary-client-secret-of-" + client);
    }
    document.putAll(more);
    var answer = caller.put(at(""), document);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** Opens a new link, and gives where the browser is sent then. */
  private String begin() {
    var answer = browser.get(link());
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return answer.header("Location");
  }

  private String link() {
    var answer = caller.post(at("/connection"), null);
    assertThat(answer.json().path("redirectUri").stringValue())
        .isEqualTo(PUBLIC + "/oauth/callback");
    var url = URI.create(answer.json().path("url").stringValue());
    assertThat(url.toString()).startsWith(PUBLIC + "/oauth/connect/" + workspace + "/shop?key=");
    return url.getRawPath() + "?" + url.getRawQuery();
  }

  private static String consent(String authorization) {
    return new ConsentPages(PUBLIC).consent(authorization);
  }

  private FormBrowser editor() {
    var other = new FormBrowser(port);
    var email = accounts.get(team.member(workspace, Role.EDITOR)).email();
    other.signIn(email, Team.PASSWORD, false);
    return other;
  }

  private Caller.Answer connection() {
    return caller.get(at("/connection"));
  }

  private Caller.Answer tryIt() {
    return caller.post("/api/v1/workspaces/" + workspace + "/apis/me/methods/me/try", null);
  }

  private tools.jackson.databind.JsonNode renew() {
    var tokens = "/api/v1/workspaces/" + workspace + "/oauth-tokens";
    var id = caller.get(tokens).json().path("items").path(0).path("id").stringValue();
    return caller.post(tokens + "/" + id + "/renew", null).json();
  }

  private String audit() {
    return caller.get("/api/v1/workspaces/" + workspace + "/audit").body();
  }

  private String at(String rest) {
    return "/api/v1/workspaces/" + workspace + "/credentials/shop" + rest;
  }
}
