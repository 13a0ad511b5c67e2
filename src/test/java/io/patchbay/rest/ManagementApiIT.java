package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Access.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RestTest
class ManagementApiIT {

  private static final String V1 = "/api/v1";

  @Autowired Team team;
  @LocalServerPort int port;

  private Caller nobody;
  private Caller root;

  @BeforeEach
  void setUp() {
    nobody = Caller.nobody(port);
    root = nobody.withToken(team.administratorToken());
  }

  @Test
  void passwordGivesATokenAndTheTokenAll() {
    var made =
        nobody
            .withPassword(RestTest.ADMIN, RestTest.PASSWORD)
            .post(V1 + "/tokens", Map.of("name", "laptop"));
    assertThat(made.status()).isEqualTo(201);
    var token = made.json().path("token").stringValue();
    var me = nobody.withToken(token).get(V1 + "/me");

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().path("email").stringValue()).isEqualTo(RestTest.ADMIN);
    assertThat(me.json().path("administrator").booleanValue()).isTrue();
    var id = made.json().path("id").stringValue();
    assertThat(root.delete(V1 + "/tokens/" + id).status()).isEqualTo(204);
    assertThat(nobody.withToken(token).get(V1 + "/me").status()).isEqualTo(401);
  }

  @Test
  void withoutATokenNothingIsTold() {
    var answer = nobody.get(V1 + "/me");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Patchbay\"");
    assertThat(nobody.withToken("pb_wrong").get(V1 + "/me").header("WWW-Authenticate"))
        .contains("invalid_token");
    assertThat(nobody.get(V1 + "/no/such/address").status()).isEqualTo(401);
    var wrong = nobody.withPassword("nobody@example.org", "x").post(V1 + "/tokens", Map.of());
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().path("detail").stringValue()).isEqualTo("E-mail or password is wrong.");
  }

  @Test
  void passwordsOpenNothingButTheFirstToken() {
    var withPassword = nobody.withPassword(RestTest.ADMIN, RestTest.PASSWORD);

    assertThat(withPassword.get(V1 + "/me").status()).isEqualTo(401);
    assertThat(withPassword.get(V1 + "/tokens").status()).isEqualTo(401);
  }

  @Test
  void guessingSlowsDown() {
    var guess = nobody.withPassword("guessed@example.org", "wrong");
    var statuses = new java.util.ArrayList<Integer>();
    for (var i = 0; i < 7; i++) {
      statuses.add(guess.post(V1 + "/tokens", Map.of("name", "x")).status());
    }
    assertThat(statuses).startsWith(401, 401, 401, 401, 401).endsWith(429);
  }

  @Test
  void workspacesLiveAndDie() {
    var slug = "life-" + System.nanoTime();
    var made = root.post(V1 + "/workspaces", Map.of("slug", slug, "name", "Life"));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("role").stringValue()).isEqualTo("admin");
    assertThat(root.post(V1 + "/workspaces", Map.of("slug", slug)).status()).isEqualTo(409);
    assertThat(root.post(V1 + "/workspaces", Map.of("slug", "No Slug")).status()).isEqualTo(422);

    var at = V1 + "/workspaces/" + slug;
    assertThat(root.put(at, Map.of("name", "Other")).json().path("name").stringValue())
        .isEqualTo("Other");
    assertThat(root.get(at + "/audit").json().path("items").get(0).path("action").stringValue())
        .isEqualTo("renamed workspace");
    assertThat(root.delete(at).status()).isEqualTo(422);
    assertThat(root.delete(at + "?confirm=" + slug).status()).isEqualTo(204);
    assertThat(root.get(at).status()).isEqualTo(404);
  }

  @Test
  void membersAreInvitedPromotedAndRemoved() {
    var at = V1 + "/workspaces/" + team.workspace();
    var invited =
        root.post(at + "/invitations", Map.of("email", "kim@example.org", "role", "viewer"));
    assertThat(invited.status()).isEqualTo(201);
    assertThat(invited.json().path("link").stringValue())
        .startsWith("https://patchbay.example/invitation/");
    assertThat(root.get(at + "/invitations").body()).doesNotContain("link");
    var id = invited.json().path("id").stringValue();
    assertThat(root.delete(at + "/invitations/" + id).status()).isEqualTo(204);
    assertThat(root.delete(at + "/invitations/" + id).status()).isEqualTo(404);

    var slug = at.substring((V1 + "/workspaces/").length());
    var member = team.member(slug, Role.VIEWER);
    var promoted = root.put(at + "/members/" + member, Map.of("role", "editor"));
    assertThat(promoted.json().path("role").stringValue()).isEqualTo("editor");
    assertThat(root.put(at + "/members/" + member, Map.of("role", "king")).status()).isEqualTo(422);
    assertThat(root.delete(at + "/members/" + member).status()).isEqualTo(204);
    assertThat(root.delete(at + "/members/" + RestTest.ADMIN).status()).isEqualTo(409);
  }

  @Test
  void apisArePutTwiceWithTheSameResultAndAsYaml() {
    var at = V1 + "/workspaces/" + team.workspace() + "/apis/pets";
    var yaml =
        """
        format: patchbay/api@1
        name: Pets
        baseUrl: https://pets.example/v1
        auth: { kind: bearer, credential: pets }
        methods:
          - { name: getPet, verb: GET, path: "/pets/{id}", parameters: [{ name: id, in: path }] }
        """;
    var type = Map.of("Content-Type", "application/yaml");

    var first = root.send("PUT", at, yaml, type);
    var second = root.send("PUT", at, yaml, type);

    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json()).isEqualTo(first.json());
    var asYaml = root.send("GET", at, null, Map.of("Accept", "application/yaml"));
    assertThat(asYaml.type()).startsWith("application/yaml");
    assertThat(root.send("PUT", at, asYaml.body(), type).json()).isEqualTo(first.json());
    assertThat(
            root.send("PUT", at, yaml, Map.of("Content-Type", "text/yaml", "If-Match", "\"1\""))
                .status())
        .isEqualTo(409);
    assertThat(root.get(V1 + "/workspaces/nowhere/apis").status()).isEqualTo(404);
    assertThat(root.delete(at).status()).isEqualTo(204);
    assertThat(root.get(at).status()).isEqualTo(404);
  }

  @Test
  void unknownFieldsAreNamedWithTheirPlace() {
    var at = V1 + "/workspaces/" + team.workspace() + "/apis/pets";
    var answer =
        root.put(
            at,
            Map.of(
                "name",
                "Pets",
                "baseUrl",
                "https://pets.example",
                "methods",
                List.of(Map.of("name", "get", "path", "/", "vreb", "GET"))));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.type()).startsWith("application/problem+json");
    var problem = answer.json().path("problems").get(0);
    assertThat(problem.path("where").stringValue()).isEqualTo("methods[0].vreb");
  }

  @Test
  void whatSpringRefusesHasTheSameShape() {
    var at = V1 + "/workspaces/" + team.workspace();

    var verb = root.send("PATCH", at, "{}", Map.of());
    assertThat(verb.status()).isEqualTo(405);
    assertThat(verb.header("Allow")).contains("GET").contains("PUT").contains("DELETE");
    var type = root.send("PUT", at, "<x/>", Map.of("Content-Type", "application/xml"));
    assertThat(type.status()).isEqualTo(415);
    var accept = root.send("GET", at, null, Map.of("Accept", "image/png"));
    assertThat(accept.status()).isEqualTo(406);
    var unknown = root.get(V1 + "/nothing");
    assertThat(unknown.status()).isEqualTo(404);
    var broken = root.send("PUT", at, "{\"name\":", Map.of());
    assertThat(broken.status()).isEqualTo(422);
    assertThat(broken.json().path("problems").get(0).path("message").stringValue())
        .contains("line 1");
    for (var answer : List.of(verb, type, accept, unknown, broken)) {
      assertThat(answer.type()).startsWith("application/problem+json");
      assertThat(answer.json().path("status").intValue()).isEqualTo(answer.status());
      assertThat(answer.json().path("title").stringValue()).isNotEmpty();
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Strict-Transport-Security")).isNotNull();
    }
  }

  @Test
  void aFlowIsDrawnCheckedAndPublished() {
    var at = V1 + "/workspaces/" + team.workspace() + "/flows/hello";
    var flow =
        """
        format: patchbay/flow@1
        name: Hello
        triggers:
          - { id: hook, kind: webhook, path: hello, verbs: [POST] }
        steps:
          - { id: reply, kind: respond, body: { hi: "{{ trigger.body.name }}" } }
        links:
          - { from: hook, to: reply }
        """;
    var type = Map.of("Content-Type", "application/yaml");
    assertThat(root.send("PUT", at, flow, type).status()).isEqualTo(201);
    assertThat(root.post(at + "/validate", null).json().path("problems").size()).isZero();

    var published = root.post(at + "/publish", Map.of("note", "first"));

    assertThat(published.status()).isEqualTo(200);
    assertThat(published.json().path("version").intValue()).isEqualTo(1);
    assertThat(published.json().path("webhooks").get(0).path("url").stringValue())
        .startsWith("https://patchbay.example/hooks/w")
        .endsWith("/hello");
    assertThat(root.get(at + "/versions").json().path("items").get(0).path("note").stringValue())
        .isEqualTo("first");
    assertThat(root.get(at + "/versions/1").json()).isEqualTo(root.get(at).json());
    assertThat(root.get(at + "/versions/2").status()).isEqualTo(404);

    var broken = flow.replace("trigger.body.name", "steps.nobody.body");
    root.send("PUT", at, broken, type);
    var refused = root.post(at + "/publish", null);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("problems").get(0).path("where").stringValue())
        .startsWith("reply");
  }

  @Test
  void aRunIsStartedAwaitedAndFound() {
    var workspace = V1 + "/workspaces/" + team.workspace();
    var at = workspace + "/flows/hello";
    var flow =
        """
        format: patchbay/flow@1
        name: Hello
        triggers:
          - { id: hand, kind: manual }
        steps:
          - { id: greet, kind: transform, value: "{{ 'Hello ' & trigger.body.name }}" }
        links:
          - { from: hand, to: greet }
        """;
    root.send("PUT", at, flow, Map.of("Content-Type", "application/yaml"));
    assertThat(root.post(at + "/runs", null).status()).isEqualTo(409);
    root.post(at + "/publish", null);

    var input = Map.of("trigger", Map.of("body", Map.of("name", "Ann")));
    var run = root.post(at + "/runs?wait=30s", input);

    assertThat(run.status()).as(run.body()).isEqualTo(200);
    assertThat(run.json().path("state").stringValue()).isEqualTo("succeeded");
    assertThat(run.json().path("version").intValue()).isEqualTo(1);
    var step = run.json().path("steps").get(0);
    assertThat(step.path("output").path("body").stringValue()).isEqualTo("Hello Ann");
    var id = run.json().path("id").stringValue();
    assertThat(root.get(workspace + "/runs/" + id).json()).isEqualTo(run.json());
    var list = root.get(workspace + "/runs?flow=hello&state=succeeded&limit=1").json();
    assertThat(list.path("items").get(0).path("id").stringValue()).isEqualTo(id);
    assertThat(root.get(workspace + "/runs?state=lost").status()).isEqualTo(422);
    assertThat(root.post(workspace + "/runs/" + id + "/cancel", null).status()).isEqualTo(409);
    assertThat(root.post(at + "/runs", input).status()).isEqualTo(202);
  }

  @Test
  void credentialsAreWrittenAndNeverGiven() {
    var at = V1 + "/workspaces/" + team.workspace() + "/credentials/pets";
    var document = Map.of("kind", "basic", "username", "ann", "password", "canary-4711");

    var put = root.put(at, document);

    assertThat(put.status()).as(put.body()).isEqualTo(200);
    assertThat(put.body()).doesNotContain("canary-4711").contains("\"secretSet\":true");
    assertThat(root.get(at).body()).doesNotContain("canary-4711").contains("ann");
    assertThat(root.put(at, Map.of("kind", "basic", "pasword", "x")).status()).isEqualTo(422);
  }
}
