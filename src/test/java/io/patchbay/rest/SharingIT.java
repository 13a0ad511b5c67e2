package io.patchbay.rest;

import static io.patchbay.rest.EnvironmentsIT.document;
import static io.patchbay.rest.EnvironmentsIT.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Access.Role;
import io.patchbay.common.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Two workspaces, an API that one lends the other, and a secret that stays where it is. */
@RestTest
class SharingIT {

  private static final String SECRET = "owners-secret-2718281828";
  private static final String CREDENTIAL = "vault-entry-of-the-owner";

  @Autowired Team team;

  @LocalServerPort int port;

  private final EchoServer api = new EchoServer();
  private final EchoServer evil = new EchoServer();
  private String ownerSlug;
  private String guestSlug;
  private String owners;
  private String guests;
  private Caller owner;
  private Caller guest;

  @BeforeEach
  void furnish() {
    ownerSlug = team.workspace();
    guestSlug = team.workspace();
    owners = "/api/v1/workspaces/" + ownerSlug;
    guests = "/api/v1/workspaces/" + guestSlug;
    owner = Caller.nobody(port).withToken(team.token(ownerSlug, Role.EDITOR));
    guest = Caller.nobody(port).withToken(team.token(guestSlug, Role.EDITOR));
    ok(owner.put(owners + "/credentials/" + CREDENTIAL, bearer(SECRET)));
    ok(owner.put(owners + "/apis/crm", crm(api.url())));
    ok(
        guest.put(
            guests + "/flows/sync",
            document(
                """
                name: Sync
                triggers: [{id: hand, kind: manual}]
                steps:
                  - {id: list, kind: call, api: "%s:crm", method: list}
                  - {id: shout, kind: transform, value: "{{ $uppercase(steps.list.body.authorization) }}"}
                  - {id: reply, kind: respond, status: 200, body: "{{ steps.list.body }}"}
                links: [{from: hand, to: list}, {from: list, to: shout}, {from: shout, to: reply}]
                """
                    .formatted(ownerSlug))));
  }

  @AfterEach
  void stop() {
    api.close();
    evil.close();
  }

  @Test
  void aGuestCallsWithTheOwnersCredentialAndReadsItNowhere() {
    share(Map.of("withCredential", true));
    ok(guest.post(guests + "/flows/sync/publish", null));

    var run = run("sync");
    assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("succeeded");
    assertThat(api.last().getHeaders().get("Authorization")).isEqualTo("Bearer " + SECRET);
    assertThat(run.path("reply").path("body").path("authorization").asString())
        .isEqualTo("Bearer ••••••");
    assertThat(run.path("steps").path(1).path("output").toString())
        .as("not even the flow's own data hold it")
        .contains("BEARER ••••••");

    var tried = ok(guest.post(guests + "/apis/" + ref() + "/methods/list/try", Map.of()));
    var broken = ok(guest.post(guests + "/apis/" + ref() + "/methods/broken/try", Map.of()));
    assertThat(broken.json().path("failure").path("detail").asString()).contains("You sent Bearer");
    assertThat(guest.get(guests + "/apis/" + ref() + "/export?format=openapi").status())
        .isEqualTo(200);
    for (var shown :
        List.of(
            run.toString(),
            tried.body(),
            broken.body(),
            guest.get(guests + "/apis/" + ref()).body(),
            guest.get(guests + "/apis/" + ref() + "/effective").body(),
            guest.get(guests + "/apis/" + ref() + "/share").body(),
            guest.get(guests + "/apis/" + ref() + "/export?format=openapi").body(),
            guest.get(guests + "/apis/" + ref() + "/methods/list/tries").body(),
            guest.get(guests + "/apis").body(),
            guest.get(guests + "/credentials").body(),
            guest.get(guests + "/oauth-tokens").body(),
            guest.get(guests + "/runs").body(),
            guest.get("/api/v1/catalogue?workspace=" + guestSlug).body())) {
      assertThat(shown)
          .doesNotContain(SECRET)
          .doesNotContain(
              Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)))
          .doesNotContain(CREDENTIAL);
    }
    assertThat(guest.get(guests + "/credentials/" + CREDENTIAL).status()).isEqualTo(404);
    assertThat(guest.get(owners + "/credentials/" + CREDENTIAL).status()).isEqualTo(404);
    assertThat(guest.get(guests + "/apis/" + ref() + "/shares").status()).isEqualTo(403);
  }

  @Test
  void oauthTokensOfTheOwnerAreUsedAndNotShown() {
    ok(owner.put(owners + "/credentials/o", oauth(api.url() + "/token")));
    ok(
        owner.put(
            owners + "/apis/crm",
            crmWithAuth(api.url(), "{kind: oauth2ClientCredentials, credential: o}")));
    share(Map.of("withCredential", true));

    var tried = ok(guest.post(guests + "/apis/" + ref() + "/methods/list/try", Map.of()));

    assertThat(tried.json().path("status").asInt()).as(tried.body()).isEqualTo(200);
    assertThat(api.last().getHeaders().get("Authorization"))
        .isEqualTo("Bearer " + EchoServer.TOKEN);
    assertThat(tried.body())
        .doesNotContain(EchoServer.TOKEN)
        .doesNotContain("/token")
        .doesNotContain("client-of-the-owner");
    assertThat(tried.json().path("body").path("authorization").asString())
        .isEqualTo("Bearer ••••••");
    assertThat(guest.get(guests + "/oauth-tokens").json().path("items").size()).isZero();
    assertThat(owner.get(owners + "/oauth-tokens").json().path("items").size()).isEqualTo(1);
    var run = runDraft("sync");
    assertThat(run.toString())
        .doesNotContain(EchoServer.TOKEN)
        .doesNotContain("client-of-the-owner");
  }

  @Test
  void aTokenThatIsRefusedTellsTheGuestNothingOfTheClient() {
    ok(owner.put(owners + "/credentials/o", oauth(api.url() + "/no-token")));
    ok(
        owner.put(
            owners + "/apis/crm",
            crmWithAuth(api.url(), "{kind: oauth2ClientCredentials, credential: o}")));
    share(Map.of("withCredential", true));

    var tried = ok(guest.post(guests + "/apis/" + ref() + "/methods/list/try", Map.of()));

    assertThat(tried.json().path("failure").path("kind").asString()).isEqualTo("AUTH");
    assertThat(tried.body())
        .contains("Its owners see why")
        .doesNotContain("no-token")
        .doesNotContain("invalid_client")
        .doesNotContain("client-of-the-owner");
  }

  @Test
  void aVariableOfTheGuestCannotTakeTheCredentialToAnotherServer() {
    ok(owner.put(owners + "/credentials/fresh", bearer(SECRET)));
    ok(
        owner.put(
            owners + "/apis/crm",
            crmWithAuth("http://{host}", "{kind: bearer, credential: fresh}")));
    share(Map.of("withCredential", true));
    ok(guest.put(guests + "/environments/mine", Map.of("variables", Map.of("host", evil.host()))));

    var never = runDraft("sync", Map.of("environment", "mine"));
    assertThat(never.path("failure").path("title").asString())
        .as("nobody called yet, so nothing says where it may go: " + never)
        .isEqualTo("The credential may not be sent there");

    ok(owner.put(owners + "/environments/real", Map.of("variables", Map.of("host", api.host()))));
    ok(owner.post(owners + "/apis/crm/methods/list/try", Map.of("environment", "real")));
    assertThat(api.requests()).hasSize(1);
    var later = runDraft("sync", Map.of("environment", "mine"));
    assertThat(later.path("failure").path("title").asString())
        .as(later.toString())
        .isEqualTo("The credential may not be sent there");
    assertThat(never.toString() + later).doesNotContain("fresh").doesNotContain(api.host());
    assertThat(evil.requests()).isEmpty();

    ok(guest.put(guests + "/environments/mine", Map.of("variables", Map.of("host", api.host()))));
    assertThat(runDraft("sync", Map.of("environment", "mine")).path("state").asString())
        .isEqualTo("succeeded");
    for (var trick : List.of(api.host() + "/admin#", "x@" + evil.host(), "..", api.host() + "?")) {
      ok(guest.put(guests + "/environments/mine", Map.of("variables", Map.of("host", trick))));
      assertThat(
              runDraft("sync", Map.of("environment", "mine"))
                  .path("failure")
                  .path("title")
                  .asString())
          .as(trick)
          .isEqualTo("A variable does not fit into the address");
    }
    assertThat(evil.requests()).isEmpty();
  }

  @Test
  void whoEditsCannotMoveTheApiOrItsCredentialElsewhere() {
    share(Map.of("right", "edit", "withCredential", true));
    var there = guest.get(guests + "/apis/" + ref());
    assertThat(there.json().path("auth")).isEqualTo(Json.toTree(Map.of("kind", "bearer")));
    var kept = owner.get(owners + "/apis/crm").json();

    for (var change :
        Map.of(
                "baseUrl", (Object) evil.url(),
                "auth", Map.of("kind", "apiKey", "in", "query", "name", "leak"),
                "variables", Map.of("host", evil.host()),
                "environments", Map.of("x", Map.of("baseUrl", evil.url())),
                "methods", List.of(Map.of("name", "list", "path", "/", "baseUrl", evil.url())))
            .entrySet()) {
      var changed = new HashMap<String, Object>();
      there.json().properties().forEach(field -> changed.put(field.getKey(), field.getValue()));
      changed.put(change.getKey(), change.getValue());
      var put = guest.put(guests + "/apis/" + ref(), changed);
      assertThat(put.status()).as(change + " " + put.body()).isEqualTo(422);
      assertThat(put.body()).contains("can be changed by workspace '" + ownerSlug + "' only");
    }
    assertThat(owner.get(owners + "/apis/crm").json()).isEqualTo(kept);

    var tried =
        ok(
            guest.post(
                guests + "/apis/" + ref() + "/methods/list/try",
                Map.of("definition", Map.of("name", "list", "path", "/", "baseUrl", evil.url()))));
    assertThat(tried.json().path("failure").path("kind").asString()).isEqualTo("AUTH");
    assertThat(evil.requests()).isEmpty();

    var better = there.body().replace("\"name\":\"CRM\"", "\"name\":\"Better CRM\"");
    ok(guest.send("PUT", guests + "/apis/" + ref(), better, Map.of()));
    var after = owner.get(owners + "/apis/crm").json();
    assertThat(after.path("name").asString()).isEqualTo("Better CRM");
    assertThat(after.path("auth").path("credential").asString()).isEqualTo(CREDENTIAL);
  }

  @Test
  void aKeyInTheQueryIsMaskedInWhatIsSentAndInWhatIsAnswered() {
    ok(owner.put(owners + "/credentials/k", Map.of("kind", "apiKey", "value", SECRET)));
    ok(
        owner.put(
            owners + "/apis/crm",
            crmWithAuth(api.url(), "{kind: apiKey, in: query, name: key, credential: k}")));
    share(Map.of("withCredential", true));

    var tried = ok(guest.post(guests + "/apis/" + ref() + "/methods/list/try", Map.of()));

    assertThat(api.last().getTarget()).isEqualTo("/contacts?key=" + SECRET);
    assertThat(tried.body()).contains("/contacts?key=••••••").doesNotContain(SECRET);
    assertThat(runDraft("sync").toString()).doesNotContain(SECRET);
  }

  @Test
  void whatChangedBetweenVersionsTellsAGuestNothingOfCredentialsAndHiddenMethods() {
    ok(owner.post(owners + "/apis/crm/publish", null));
    ok(owner.put(owners + "/credentials/next-entry", bearer(SECRET)));
    var changed =
        crmWithAuth(api.url(), "{kind: bearer, credential: next-entry}")
            .toString()
            .replace("/broken", "/secret-path");
    ok(owner.send("PUT", owners + "/apis/crm", changed, Map.of()));
    var version = ok(owner.post(owners + "/apis/crm/publish", null)).json();
    var number = version.path("version").path("version").asString();
    share(Map.of("methods", List.of("list")));

    var all = ok(owner.get(owners + "/apis/crm/versions/" + number + "/changes"));
    var seen = ok(guest.get(guests + "/apis/" + ref() + "/versions/" + number + "/changes"));

    assertThat(all.body()).contains("next-entry", "secret-path");
    assertThat(seen.body())
        .doesNotContain("next-entry")
        .doesNotContain(CREDENTIAL)
        .doesNotContain("secret-path");
    var whole = ok(guest.get(guests + "/apis/" + ref() + "/versions/" + number));
    assertThat(whole.body()).doesNotContain("next-entry").doesNotContain("secret-path");
    assertThat(guest.get(guests + "/apis/" + ref() + "/diff").status()).isEqualTo(403);
  }

  @Test
  void aRedirectTakesNothingAlong() {
    share(Map.of("withCredential", true));

    var tried =
        ok(
            guest.post(
                guests + "/apis/" + ref() + "/methods/elsewhere/try",
                Map.of("inputs", Map.of("to", evil.url() + "/catch"))));

    assertThat(evil.requests()).as(tried.body()).hasSize(1);
    assertThat(evil.last().getHeaders().get("Authorization")).isNull();
    assertThat(tried.body()).doesNotContain(SECRET);
  }

  @Test
  void narrowedRightsHoldEverywhere() {
    share(
        Map.of(
            "withCredential", true, "verbs", List.of("GET"), "methods", List.of("list", "remove")));

    assertThat(
            guest.get(guests + "/apis/" + ref()).json().path("methods").findValuesAsString("name"))
        .containsExactly("list");
    assertThat(guest.get(guests + "/apis/" + ref()).json().path("schemas").propertyNames())
        .containsExactly("Contact");
    var summary = guest.get(guests + "/apis?q=crm").json().path("items").path(0);
    assertThat(summary.path("methods").asInt()).isEqualTo(1);
    assertThat(summary.path("slug").asString()).isEqualTo(ref());
    assertThat(guest.get(guests + "/apis?q=remove").json().path("items").size()).isZero();
    for (var method : List.of("remove", "broken")) {
      assertThat(
              guest
                  .post(guests + "/apis/" + ref() + "/methods/" + method + "/try", Map.of())
                  .status())
          .as(method)
          .isEqualTo(404);
      ok(guest.put(guests + "/flows/bad", flowCalling(method)));
      assertThat(guest.post(guests + "/flows/bad/publish", null).status()).isEqualTo(422);
      var run = runDraft("bad");
      assertThat(run.path("failure").path("title").asString())
          .as(run.toString())
          .isEqualTo("The method is not shared");
    }
    assertThat(api.requests()).isEmpty();
    assertThat(runDraft("sync").path("state").asString()).isEqualTo("succeeded");
  }

  @Test
  void revokingNamesTheFlowsAndStopsTheirCalls() {
    share(Map.of("withCredential", true));
    ok(guest.post(guests + "/flows/sync/publish", null));
    var share = owners + "/apis/crm/shares/" + guestSlug;

    var preview = ok(owner.delete(share + "?dryRun=true")).json().path("stopping");
    assertThat(preview.size()).as("draft and live").isEqualTo(2);
    assertThat(preview.path(0).path("flow").asString()).isEqualTo("sync");
    assertThat(preview.path(0).path("step").asString()).isEqualTo("list");
    var narrower = ok(owner.put(share + "?dryRun=true", Map.of("verbs", List.of("DELETE"))));
    assertThat(narrower.json().path("stopping").size()).isEqualTo(2);
    assertThat(run("sync").path("state").asString()).isEqualTo("succeeded");

    assertThat(ok(owner.delete(share)).json().path("stopping")).isEqualTo(preview);

    var run = run("sync");
    assertThat(run.path("state").asString()).isEqualTo("failed");
    assertThat(run.path("failure").path("detail").asString())
        .contains("There is no API '" + ref() + "' in this workspace, nor is one shared with it");
    assertThat(guest.get(guests + "/apis/" + ref()).status()).isEqualTo(404);
    assertThat(owner.get(share).status()).isEqualTo(404);
  }

  @Test
  void deletingWhatAnotherWorkspaceCallsNamesItsFlows() {
    share(Map.of());

    var refused = owner.delete(owners + "/apis/crm");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("'Sync' of workspace '" + guestSlug + "'");
    assertThat(guest.delete(guests + "/apis/" + ref()).status()).isEqualTo(403);
    assertThat(
            owner
                .get(owners + "/apis/crm/used-by")
                .json()
                .path("items")
                .path(0)
                .path("workspace")
                .asString())
        .isEqualTo(guestSlug);
  }

  @Test
  void withoutTheOwnersCredentialAGuestUsesItsOwn() {
    share(Map.of());
    assertThat(runDraft("sync").path("failure").path("detail").asString())
        .contains("no credential is chosen");
    ok(guest.put(guests + "/credentials/mine", bearer("guests-own-secret-577215")));
    ok(guest.put(guests + "/credentials/key", Map.of("kind", "apiKey", "value", "k-1234567")));
    var choose = guests + "/apis/" + ref() + "/credential";
    assertThat(guest.put(choose, Map.of("credential", "key")).status()).isEqualTo(422);
    assertThat(guest.put(choose, Map.of("credential", CREDENTIAL)).status()).isEqualTo(422);

    ok(guest.put(choose, Map.of("credential", "mine")));

    assertThat(runDraft("sync").path("state").asString()).isEqualTo("succeeded");
    assertThat(api.last().getHeaders().get("Authorization"))
        .isEqualTo("Bearer guests-own-secret-577215");
    assertThat(guest.delete(guests + "/credentials/mine").body()).contains(ref());
    ok(owner.put(owners + "/apis/crm", crm(evil.url())));
    assertThat(runDraft("sync").path("failure").path("kind").asString())
        .as("bound to where it was chosen for")
        .isEqualTo("AUTH");
    assertThat(evil.requests()).isEmpty();
    assertThat(
            owner
                .get(owners + "/apis/crm/shares")
                .json()
                .path("items")
                .path(0)
                .path("ownCredential")
                .asBoolean())
        .isTrue();
  }

  @Test
  void leavingIsRefusedWhileFlowsCall() {
    share(Map.of());
    var refused = guest.delete(guests + "/apis/" + ref() + "/share");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("'Sync'");

    assertThat(guest.delete(guests + "/flows/sync").status()).isEqualTo(204);
    assertThat(guest.delete(guests + "/apis/" + ref() + "/share").status()).isEqualTo(204);

    assertThat(guest.get(guests + "/apis/" + ref()).status()).isEqualTo(404);
    assertThat(owner.get(owners + "/apis/crm/shares").json().path("items").size()).isZero();
  }

  @Test
  void termsThatMakeNoSenseAreRefusedAndWorkspacesThatAreNotSharedWithLookAlike() {
    var shares = owners + "/apis/crm/shares/";
    assertThat(
            owner
                .put(shares + guestSlug, Map.of("right", "edit", "verbs", List.of("GET")))
                .status())
        .isEqualTo(422);
    assertThat(owner.put(shares + guestSlug, Map.of("methods", List.of("nothing"))).status())
        .isEqualTo(422);
    assertThat(owner.put(shares + ownerSlug, Map.of()).status()).isEqualTo(409);
    assertThat(owner.put(shares + "nowhere", Map.of()).status()).isEqualTo(422);
    var absent = owner.get(shares + "nowhere");
    var unshared = owner.get(shares + guestSlug);
    assertThat(unshared.status()).isEqualTo(absent.status());
    assertThat(unshared.body()).isEqualTo(absent.body().replace("nowhere", guestSlug));
    assertThat(
            owner.get(owners + "/shareable-workspaces?q=" + guestSlug).json().path("items").size())
        .isEqualTo(1);
  }

  @Test
  void theCatalogueShowsWhatOneMaySeeAndNothingElse() {
    ok(owner.post(owners + "/apis/crm/publish", null));
    assertThat(guest.get("/api/v1/catalogue?q=crm").json().path("items").size()).isZero();
    share(Map.of());

    var entry =
        guest.get("/api/v1/catalogue?q=crm&workspace=" + guestSlug).json().path("items").path(0);

    assertThat(entry.path("owner").asString()).isEqualTo(ownerSlug);
    assertThat(entry.path("ref").asString()).isEqualTo(ref());
    assertThat(entry.path("latest").asString()).as(entry.toString()).isNotEmpty();
    assertThat(entry.path("methods").asInt()).isEqualTo(4);
    assertThat(entry.path("workspaces").path(0).path("right").asString()).isEqualTo("use");
    assertThat(entry.path("workspaces").path(0).path("flows").asInt()).isEqualTo(1);
    var own = owner.get("/api/v1/catalogue?workspace=" + ownerSlug).json().path("items").path(0);
    assertThat(own.path("ref").asString()).isEqualTo("crm");
    assertThat(own.path("workspaces").findValuesAsString("workspace")).containsExactly(ownerSlug);
    assertThat(guest.get("/api/v1/catalogue?workspace=" + ownerSlug).status()).isEqualTo(404);
  }

  private String ref() {
    return ownerSlug + ":crm";
  }

  private void share(Map<String, ?> terms) {
    ok(owner.put(owners + "/apis/crm/shares/" + guestSlug, terms));
  }

  private JsonNode run(String flow) {
    return ok(guest.post(guests + "/flows/" + flow + "/runs?wait=20s", null)).json();
  }

  private JsonNode runDraft(String flow) {
    return runDraft(flow, Map.of());
  }

  private JsonNode runDraft(String flow, Map<String, ?> request) {
    return ok(guest.post(guests + "/flows/" + flow + "/runs?wait=20s&draft=true", request)).json();
  }

  private JsonNode flowCalling(String method) {
    return document(
        """
        name: Bad
        triggers: [{id: hand, kind: manual}]
        steps: [{id: call, kind: call, api: "%s", method: %s}]
        links: [{from: hand, to: call}]
        """
            .formatted(ref(), method));
  }

  private static JsonNode crm(String baseUrl) {
    return crmWithAuth(baseUrl, "{kind: bearer, credential: " + CREDENTIAL + "}");
  }

  private static JsonNode crmWithAuth(String baseUrl, String auth) {
    return document(
        """
        name: CRM
        baseUrl: "%s"
        auth: %s
        methods:
          - {name: list, path: /contacts, responses: [{status: "200", schema: {$ref: "#/schemas/Contact"}}]}
          - {name: broken, path: /broken}
          - {name: elsewhere, path: /elsewhere, parameters: [{name: to}]}
          - {name: remove, verb: DELETE, path: /contacts}
        schemas: {Contact: {type: object}, Secret: {type: object}}
        """
            .formatted(baseUrl, auth));
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("kind", "bearer", "token", token);
  }

  private static Map<String, String> oauth(String tokenUrl) {
    return Map.of(
        "kind", "oauth2ClientCredentials",
        "tokenUrl", tokenUrl,
        "clientId", "client-of-the-owner",
        "clientSecret", "owners-client-secret-141421");
  }
}
