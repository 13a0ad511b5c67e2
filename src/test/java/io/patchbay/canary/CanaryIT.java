package io.patchbay.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.patchbay.common.Json;
import io.patchbay.testing.Browser;
import io.patchbay.testing.Http;
import io.patchbay.testing.ServerProcess;
import io.patchbay.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A unique secret in every kind of credential, an upstream that gives all back that it is sent, and
 * then a search for them: in the answers of the management API, exports, runs, tries, audit, the
 * log, the pages and the whole database, as they are and in Base64, hexadecimal and percent form.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryIT {

  private static final String WS = "/workspaces/birds";
  private static final Canaries canaries = new Canaries();
  private static final TestDatabase database = TestDatabase.fresh();
  private static final Map<String, String> authOf = new LinkedHashMap<>();
  private static final List<String> answers = new ArrayList<>();

  @TempDir private static Path folder;
  private static EchoingUpstream upstream;
  private static ServerProcess server;
  private static Http api;

  @BeforeAll
  static void start() throws Exception {
    upstream = new EchoingUpstream(canaries.text("access token"));
    server =
        ServerProcess.start(
            folder,
            ServerProcess.freePort(),
            Map.of(
                "PATCHBAY_EGRESS_ALLOW", "127.0.0.1:*",
                "PATCHBAY_DATABASE_URL", database.jdbcUrl(),
                "PATCHBAY_DATABASE_USER", database.user(),
                "PATCHBAY_DATABASE_PASSWORD", database.password()));
    var token =
        Http.to(server.url("/api/v1"))
            .withBasic(ServerProcess.ADMIN, ServerProcess.PASSWORD)
            .post("/tokens", "{\"name\": \"canary\"}")
            .expect(201)
            .json()
            .path("token")
            .stringValue();
    api = Http.to(server.url("/api/v1")).withBearer(token);
    api.post("/workspaces", "{\"slug\": \"birds\", \"name\": \"Birds\"}").expect(201);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    upstream.close();
  }

  @Test
  @Order(1)
  void everyKindOfCredentialIsStored() throws Exception {
    credential("basic", Map.of("username", "ann", "password", canaries.text("basic")), "");
    credential("bearer", Map.of("token", canaries.text("bearer")), "");
    credential(
        "apiKey",
        Map.of(
            "values", List.of("second", "third"),
            "value", canaries.text("api key"),
            "second", canaries.text("second key"),
            "third", canaries.text("third key")),
        ", in: query, name: key, more: [{in: header, name: X-Second, prefix: 'Token ', value: second}, {in: cookie, name: sid, value: third}]");
    oauth("oauth2ClientCredentials", "basic", Map.of("clientSecret", canaries.text("cc basic")));
    oauth("oauth2ClientCredentials", "post", Map.of("clientSecret", canaries.text("cc post")));
    oauth(
        "oauth2ClientCredentials",
        "privateKeyJwt",
        Map.of("privateKey", canaries.privateKey("private key jwt")));
    oauth(
        "oauth2JwtBearer",
        "none",
        Map.of("issuedBy", "canary", "privateKey", canaries.privateKey("jwt bearer")));
    oauth(
        "oauth2Password",
        "post",
        Map.of(
            "username", "ann",
            "password", canaries.text("password grant"),
            "clientSecret", canaries.text("password client")));
    oauth(
        "oauth2AuthorizationCode",
        "post",
        Map.of(
            "authorizationUrl",
            upstream.url() + "/authorize",
            "clientSecret",
            canaries.text("code client")));
    credential("digest", Map.of("username", "ann", "password", canaries.text("digest")), "");
    credential(
        "awsSigV4",
        Map.of(
            "accessKeyId", "AKIDEXAMPLE",
            "secretAccessKey", canaries.text("aws key"),
            "sessionToken", canaries.text("aws session")),
        ", region: eu-central-1, service: execute-api");
    credential(
        "hmac",
        Map.of("keyId", "k1", "secret", canaries.text("hmac")),
        ", recipe: {text: '{{ request.body }}', name: X-Signature}");
    var held = new HeldCertificate.Builder().commonName("canary").build();
    canaries.privateKeyForms("certificate", held.keyPair().getPrivate().getEncoded());
    answers.add(
        api.put(
                WS + "/certificates/mine",
                Json.write(Map.of("pem", held.certificatePem(), "key", held.privateKeyPkcs8Pem())))
            .expectSuccess()
            .text());
  }

  private static void oauth(String kind, String clientAuth, Map<String, String> more) {
    var settings = new LinkedHashMap<String, Object>(more);
    settings.put("clientId", "me");
    settings.put("clientAuth", clientAuth);
    settings.put("tokenUrl", upstream.url() + "/token");
    credential(kind, clientAuth, settings, "");
    settings.put("tokenUrl", upstream.url() + "/refuse/token");
    credential(kind, clientAuth + "refused", settings, "");
  }

  private static void credential(String kind, Map<String, Object> settings, String auth) {
    credential(kind, "", settings, auth);
  }

  private static void credential(
      String kind, String variant, Map<String, Object> settings, String auth) {
    var name = (kind + variant).toLowerCase(java.util.Locale.ROOT);
    var document = new LinkedHashMap<String, Object>(settings);
    document.put("kind", kind);
    answers.add(api.put(WS + "/credentials/" + name, Json.write(document)).expectSuccess().text());
    authOf.put(name, "{kind: %s, credential: %s%s}".formatted(kind, name, auth));
  }

  @Test
  @Order(2)
  void everyKindIsUsedInCallsThatWorkFailAndNeverArrive() throws Exception {
    for (var one : authOf.entrySet()) {
      var name = one.getKey();
      var base = upstream.url() + (name.equals("digest") ? "/digest" : "");
      answers.add(
          api.putYaml(
                  WS + "/apis/" + name,
                  """
                  name: %s
                  baseUrl: %s
                  auth: %s
                  policies: {retries: 0}
                  methods:
                    - {name: echo, verb: POST, path: /echo, body: {contentType: application/json}}
                    - {name: fail, verb: POST, path: /fail, body: {contentType: application/json}}
                    - {name: away, verb: POST, path: /echo, baseUrl: 'http://127.0.0.1:1'}
                  """
                      .formatted(name, base, one.getValue()))
              .expectSuccess()
              .text());
      for (var method : List.of("echo", "fail", "away")) {
        answers.add(
            api.post(
                    WS + "/apis/%s/methods/%s/try".formatted(name, method),
                    "{\"body\": {\"a\": 1}}")
                .text());
        run(name, method);
      }
    }
    assertThat(upstream.seen()).as("secrets that are sent as they are were sent").contains("cnry");
  }

  private static void run(String name, String method) {
    var flow = name + "-" + method;
    api.putYaml(
            WS + "/flows/" + flow,
            """
            name: %s
            triggers: [{id: hook, kind: webhook, path: %s, verbs: [POST], respond: result}]
            steps:
              - {id: c, kind: call, api: %s, method: %s, body: {a: 1}}
              - {id: ok, kind: respond, status: 200, body: "{{ steps.c }}"}
              - {id: bad, kind: respond, status: 502, body: "{{ steps.c }}"}
            links: [{from: hook, to: c}, {from: c, to: ok}, {from: c, fromPort: error, to: bad}]
            """
                .formatted(flow, flow, name, method))
        .expectSuccess();
    answers.add(api.post(WS + "/flows/%s/publish".formatted(flow), "{}").text());
    answers.add(Http.to(server.url("")).post("/hooks/birds/" + flow, "{}").text());
  }

  @Test
  @Order(3)
  void noAnswerHoldsOne() throws Exception {
    for (var name : authOf.keySet()) {
      for (var path :
          List.of(
              "/credentials/" + name,
              "/credentials/" + name + "/used-by",
              "/apis/" + name,
              "/apis/%s/export".formatted(name),
              "/apis/%s/effective".formatted(name),
              "/apis/%s/methods/echo/tries".formatted(name),
              "/apis/%s/methods/fail/tries".formatted(name),
              "/flows/%s-echo".formatted(name))) {
        answers.add(api.get(WS + path).text());
      }
      answers.add(api.post(WS + "/credentials/%s/test".formatted(name), "{}").text());
    }
    for (var path :
        List.of(
            "/credentials",
            "/certificates",
            "/certificates/mine",
            "/oauth-tokens",
            "/audit",
            "/apis",
            "/flows")) {
      answers.add(api.get(WS + path).text());
    }
    var runs = api.get(WS + "/runs?limit=200").expect(200).json();
    assertThat(runs.path("items").size()).isGreaterThanOrEqualTo(authOf.size() * 3);
    for (var run : runs.path("items")) {
      answers.add(api.get(WS + "/runs/" + run.path("id").stringValue()).text());
    }

    for (var answer : answers) {
      assertThat(canaries.findIn(answer)).isEmpty();
    }
  }

  @Test
  @Order(4)
  void noPageHoldsOne() {
    var browser = Browser.start();
    try (browser) {
      var page = browser.page();
      page.navigate(server.url("/"));
      page.getByLabel("E-mail").fill(ServerProcess.ADMIN);
      page.locator("input[type=password]").fill(ServerProcess.PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL(url -> !url.contains("sign-in"));
      var paths = new ArrayList<>(List.of("/birds/credentials", "/birds/runs", "/birds/team"));
      for (var name : List.of("basic", "apikey", "oauth2clientcredentialspost", "digest")) {
        paths.add("/birds/apis/" + name);
        paths.add("/birds/flows/" + name + "-echo");
      }
      for (var run : api.get(WS + "/runs?limit=200").json().path("items")) {
        if (run.path("flow").stringValue().endsWith("-echo")) {
          paths.add("/birds/runs/" + run.path("id").stringValue());
        }
      }
      for (var path : paths) {
        page.navigate(server.url(path));
        page.waitForLoadState();
        page.waitForTimeout(400);
        assertThat(canaries.findIn(shown(page))).as(path).isEmpty();
      }
    }
  }

  private static String shown(Page page) {
    var fields =
        page.evaluate(
            "() => [...document.querySelectorAll('input,textarea')].map(f => f.value).join('\\n')");
    return page.content() + fields;
  }

  @Test
  @Order(5)
  void neitherTheLogNorTheDatabaseHoldsOne() throws Exception {
    assertThat(canaries.findIn(server.log())).isEmpty();
    server.close();
    var jdbc = database.jdbc();
    var tables =
        jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list();
    assertThat(tables).contains("credentials", "certificates", "oauth_tokens", "runs");
    for (var table : tables) {
      for (var row :
          jdbc.sql("select t::text from \"%s\" t".formatted(table)).query(String.class).list()) {
        assertThat(canaries.findIn(row)).as("table " + table).isEmpty();
      }
    }
    assertThat(canaries.findIn(server.log())).isEmpty();
  }
}
