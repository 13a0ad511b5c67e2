package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Access.Role;
import io.patchbay.common.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Environments: kept, shown, and what calls, runs and webhooks make of them. */
@RestTest
class EnvironmentsIT {

  @Autowired Team team;

  @LocalServerPort int port;

  private final EchoServer live = new EchoServer();
  private final EchoServer staging = new EchoServer();
  private String workspace;
  private String at;
  private Caller editor;

  @BeforeEach
  void furnish() {
    workspace = team.workspace();
    at = "/api/v1/workspaces/" + workspace;
    editor = Caller.nobody(port).withToken(team.token(workspace, Role.EDITOR));
    ok(editor.put(at + "/credentials/live-key", bearer("live-secret-271828")));
    ok(editor.put(at + "/credentials/staging-key", bearer("staging-secret-161803")));
    ok(
        editor.put(
            at + "/apis/shop",
            document(
                """
                name: Shop
                baseUrl: http://{host}/v1
                variables: {host: "%s", tenant: live-tenant}
                auth: {kind: bearer, credential: live-key}
                headers: {X-Tenant: "{{ env.tenant }}"}
                methods:
                  - {name: list, path: /orders, parameters: [{name: q}]}
                """
                    .formatted(live.host()))));
    ok(
        editor.put(
            at + "/environments/staging",
            Map.of("description", "To try things", "variables", Map.of("host", staging.host()))));
    ok(
        editor.put(
            at + "/apis/shop/environments/staging",
            Map.of("credential", "staging-key", "variables", Map.of("tenant", "staging-tenant"))));
    ok(
        editor.put(
            at + "/flows/orders",
            document(
                """
                name: Orders
                triggers:
                  - {id: hand, kind: manual}
                  - {id: hook, kind: webhook, path: "in-%1$s", environment: staging}
                steps:
                  - {id: list, kind: call, api: shop, method: list, inputs: {q: "{{ env.host }}"}}
                  - {id: reply, kind: respond, status: 200, body: "{{ steps.list.body }}"}
                links:
                  - {from: hand, to: list}
                  - {from: hook, to: list}
                  - {from: list, to: reply}
                """
                    .formatted(workspace))));
    ok(editor.post(at + "/flows/orders/publish", null));
  }

  @AfterEach
  void stop() {
    live.close();
    staging.close();
  }

  @Test
  void aRunInAnEnvironmentGoesToAnotherServerWithOtherCredentialAndVariables() {
    var run = run(Map.of("environment", "staging"));

    assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("succeeded");
    assertThat(run.path("environment").asString()).isEqualTo("staging");
    var request = staging.last();
    assertThat(request.getTarget()).isEqualTo("/v1/orders?q=" + staging.host().replace(":", "%3A"));
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer staging-secret-161803");
    assertThat(request.getHeaders().get("X-Tenant")).isEqualTo("staging-tenant");
    assertThat(live.requests()).isEmpty();
  }

  @Test
  void aRunWithoutOneSeesNoneAndGoesWhereTheApiSays() {
    var run = run(Map.of());

    assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("succeeded");
    assertThat(run.has("environment")).isFalse();
    assertThat(live.last().getTarget()).isEqualTo("/v1/orders");
    assertThat(live.last().getHeaders().get("Authorization"))
        .isEqualTo("Bearer live-secret-271828");
    assertThat(live.last().getHeaders().get("X-Tenant")).isEqualTo("live-tenant");
    assertThat(staging.requests()).isEmpty();
  }

  @Test
  void aWebhookRunsInItsEnvironmentAndChangesHoldFromTheNextCallOn() throws Exception {
    var hook = "/hooks/" + workspace + "/in-" + workspace;
    var first = Caller.nobody(port).post(hook, Map.of());
    assertThat(first.json().path("tenant").asString()).as(first.body()).isEqualTo("staging-tenant");

    ok(
        editor.put(
            at + "/apis/shop/environments/staging",
            Map.of(
                "baseUrl",
                staging.url() + "/v2",
                "credential",
                "staging-key",
                "variables",
                Map.of("tenant", "green"))));
    var second = Caller.nobody(port).post(hook, Map.of());

    assertThat(second.json().path("tenant").asString()).as(second.body()).isEqualTo("green");
    assertThat(staging.last().getTarget()).startsWith("/v2/orders");
    var runs = recorded(2);
    assertThat(runs.path(0).path("environment").asString()).isEqualTo("staging");
    assertThat(editor.get(at + "/runs?environment=other").json().path("items").size()).isZero();
    assertThat(run(Map.of("trigger", Map.of("id", "hook"))).path("environment").asString())
        .as("by hand, a webhook's own environment holds too")
        .isEqualTo("staging");
  }

  @Test
  void theCredentialOfTheApiIsNotSentToTheServerOfAnEnvironment() {
    ok(editor.put(at + "/apis/shop/environments/staging", Map.of()));

    var run = run(Map.of("environment", "staging"));

    assertThat(run.path("state").asString()).isEqualTo("failed");
    assertThat(run.path("failure").path("kind").asString()).as(run.toString()).isEqualTo("AUTH");
    assertThat(staging.requests()).isEmpty();
  }

  @Test
  void whatHoldsIsShownWithWhereItComesFrom() {
    var items = editor.get(at + "/apis/shop/effective").json().path("items");

    var usual = items.path(0);
    assertThat(usual.has("environment")).isFalse();
    assertThat(usual.path("baseUrl").path("value").asString()).isEqualTo(live.url() + "/v1");
    assertThat(usual.path("credential").path("from").asString()).isEqualTo("api");
    var there = items.path(1);
    assertThat(there.path("environment").asString()).isEqualTo("staging");
    assertThat(there.path("exists").asBoolean()).isTrue();
    assertThat(there.path("baseUrl"))
        .isEqualTo(
            Json.toTree(
                Map.of(
                    "value", staging.url() + "/v1",
                    "default", live.url() + "/v1",
                    "from", "environment")));
    assertThat(there.path("credential"))
        .isEqualTo(
            Json.toTree(
                Map.of("value", "staging-key", "default", "live-key", "from", "apiInEnvironment")));
    assertThat(there.path("variables").path("tenant").path("from").asString())
        .isEqualTo("apiInEnvironment");
    assertThat(there.path("variables").path("host").path("from").asString())
        .isEqualTo("environment");
  }

  @Test
  void anOverrideChangesNothingElseOfTheApi() {
    var before = editor.get(at + "/apis/shop").json();

    ok(editor.put(at + "/apis/shop/environments/staging", Map.of("baseUrl", staging.url())));

    var after = editor.get(at + "/apis/shop").json();
    assertThat(after.path("methods")).isEqualTo(before.path("methods"));
    assertThat(after.path("environments").path("staging"))
        .isEqualTo(Json.toTree(Map.of("baseUrl", staging.url())));
    assertThat(editor.delete(at + "/apis/shop/environments/staging").status()).isEqualTo(204);
    assertThat(editor.get(at + "/apis/shop").json().has("environments")).isFalse();
    for (var wrong :
        List.of(
            Map.of("baseUrl", "ftp://x"),
            Map.of("variables", Map.of("a b", "c")),
            Map.of("variables", Map.of("x", "y".repeat(4097))))) {
      assertThat(editor.put(at + "/apis/shop/environments/staging", wrong).status())
          .as(wrong.toString())
          .isEqualTo(422);
    }
    assertThat(
            editor
                .put(at + "/apis/shop/environments/nowhere", Map.of("baseUrl", live.url()))
                .status())
        .isEqualTo(409);
  }

  @Test
  void anUnknownEnvironmentIsRefusedWhereverItIsNamed() {
    var start = editor.post(at + "/flows/orders/runs", Map.of("environment", "nowhere"));
    assertThat(start.status()).isEqualTo(422);
    assertThat(start.body()).contains("There is no environment 'nowhere' in this workspace");

    var flow = editor.get(at + "/flows/orders").body().replace("\"staging\"", "\"nowhere\"");
    ok(editor.send("PUT", at + "/flows/orders", flow, Map.of()));
    var published = editor.post(at + "/flows/orders/publish", null);
    assertThat(published.status()).isEqualTo(422);
    assertThat(published.json().path("problems").path(0).path("where").asString())
        .isEqualTo("hook.environment");
  }

  @Test
  void anEnvironmentThatAWebhookNamesIsNotDeleted() {
    var refused = editor.delete(at + "/environments/staging");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("webhook 'hook' of flow 'Orders'");
    ok(editor.put(at + "/environments/unused", Map.of()));
    assertThat(editor.delete(at + "/environments/unused").status()).isEqualTo(204);
    assertThat(editor.get(at + "/environments/unused").status()).isEqualTo(404);
  }

  @Test
  void renamingTakesAlongWhatApisSay() {
    ok(editor.put(at + "/environments/draft", Map.of("variables", Map.of("host", "x.example"))));
    ok(editor.put(at + "/apis/shop/environments/draft", Map.of("credential", "staging-key")));

    ok(editor.post(at + "/environments/draft/rename", Map.of("name", "final")));

    assertThat(
            editor.get(at + "/environments/final").json().path("variables").path("host").asString())
        .isEqualTo("x.example");
    assertThat(
            editor.get(at + "/apis/shop/environments/final").json().path("credential").asString())
        .isEqualTo("staging-key");
    assertThat(editor.post(at + "/environments/staging/rename", Map.of("name", "other")).status())
        .as("a webhook names it")
        .isEqualTo(409);
  }

  @Test
  void environmentsAreKeptWithRevisionsAndInOrder() {
    var made = editor.put(at + "/environments/prod", Map.of("variables", Map.of("region", "eu")));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    var stale = editor.send("PUT", at + "/environments/prod", "{}", Map.of("If-Match", "\"7\""));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(
            editor
                .send("PUT", at + "/environments/prod", "{}", Map.of("If-None-Match", "*"))
                .status())
        .isEqualTo(409);

    ok(editor.put(at + "/environments", Map.of("names", List.of("prod", "staging"))));

    assertThat(editor.get(at + "/environments").json().path("items").findValuesAsString("name"))
        .containsExactly("prod", "staging");
    var wrong =
        editor.put(
            at + "/environments/prod",
            Map.of("variables", Map.of("1st", "a", "ok", "b", "long", "c".repeat(5000))));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("problems").findValuesAsString("where"))
        .containsExactlyInAnyOrder("variables.1st", "variables.long");
    assertThat(editor.put(at + "/environments/No_Slug", Map.of()).status()).isEqualTo(422);
  }

  @Test
  void aTrySeesTheEnvironmentToo() {
    var tried = editor.post(at + "/apis/shop/methods/list/try", Map.of("environment", "staging"));

    assertThat(tried.json().path("body").path("tenant").asString())
        .as(tried.body())
        .isEqualTo("staging-tenant");
  }

  /** The runs in staging, as soon as that many are written down. */
  private JsonNode recorded(int count) throws InterruptedException {
    var runs = editor.get(at + "/runs?environment=staging").json().path("items");
    for (int i = 0; runs.size() < count && i < 100; i++) {
      Thread.sleep(50);
      runs = editor.get(at + "/runs?environment=staging").json().path("items");
    }
    assertThat(runs.size()).isEqualTo(count);
    return runs;
  }

  private JsonNode run(Map<String, Object> request) {
    return ok(editor.post(at + "/flows/orders/runs?wait=20s", request)).json();
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("kind", "bearer", "token", token);
  }

  static JsonNode document(String yaml) {
    return Json.readDocument(yaml, JsonNode.class);
  }

  static Caller.Answer ok(Caller.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    return answer;
  }
}
