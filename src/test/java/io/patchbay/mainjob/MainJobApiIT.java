package io.patchbay.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.Crm;
import io.patchbay.testing.Http;
import io.patchbay.testing.Material;
import io.patchbay.testing.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The main job by the management API alone, on the real server with a real upstream, through kill
 * -9 and back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobApiIT {

  @TempDir private static Path folder;
  private static Crm crm;
  private static ServerProcess server;
  private static MainJob job;

  @BeforeAll
  static void startEverything() throws Exception {
    crm = new Crm();
    start(ServerProcess.freePort());
  }

  @AfterAll
  static void stopEverything() throws Exception {
    if (server != null) {
      server.close();
    }
    crm.close();
  }

  @Test
  @Order(1)
  void makesAWorkspaceACredentialAnApiAndAFlow() throws Exception {
    job.makeWorkspace();
    job.putCredentialAndApi(crm);
    job.putFlow();

    JsonNode problems =
        job.api().post("/workspaces/sales/flows/issue-to-crm/validate", "").expect(200).json();
    assertThat(problems.path("problems").findValuesAsString("severity")).doesNotContain("error");
  }

  @Test
  @Order(2)
  void triesAMethodAndShowsItAsSentWithoutTheToken() {
    JsonNode tried =
        job.api()
            .post(
                "/workspaces/sales/apis/crm/methods/findContacts/try",
                "{\"inputs\": {\"login\": \"Codertocat\"}}")
            .expect(200)
            .json();

    assertThat(tried.path("status").asInt()).as("%s", tried).isEqualTo(200);
    assertThat(tried.path("body").path("items").path(0).path("id").asString()).isEqualTo("c_1");
    assertThat(tried.toString()).doesNotContain(Crm.CLIENT_SECRET).doesNotContain("eyJ");
  }

  @Test
  @Order(3)
  void publishesAndAnswersARealPayload() throws Exception {
    JsonNode published = job.publish().expect(200).json();
    assertThat(published.path("version").asInt()).isEqualTo(1);
    assertThat(published.path("webhooks").path(0).path("url").asString())
        .endsWith("/hooks/sales/gh-issues");

    Http.Answer answer = job.callWebhook(payload()).expect(201);

    JsonNode body = answer.json();
    assertThat(body.path("contact").path("id").asString()).startsWith("c_");
    assertThat(body.path("note").asString()).startsWith("n_");
    assertThat(answer.header("X-Contact")).isEqualTo(body.path("contact").path("id").asString());
    assertThat(answer.header("Patchbay-Run-Id")).isNotEmpty();
  }

  @Test
  @Order(4)
  void recordsTheRunWithItsStepsAndNoSecret() throws Exception {
    String unknown = Material.resource("mainjob/issue.json").replace("monalisa", "newcomer");
    Http.Answer answer = job.callWebhook(unknown).expect(201);
    String id = answer.header("Patchbay-Run-Id");

    JsonNode run =
        await(() -> job.api().get("/workspaces/sales/runs/" + id).json(), "state", "succeeded");

    assertThat(run.path("flow").asString()).isEqualTo("issue-to-crm");
    assertThat(run.path("steps").findValuesAsString("id"))
        .contains("findContact", "known", "createContact", "contact", "addNote", "reply");
    JsonNode create = step(run, "createContact");
    assertThat(create.path("state").asString()).isEqualTo("succeeded");
    assertThat(create.path("request").toString())
        .as("the customization took the API's header away and set its own")
        .contains("X-Run", id)
        .doesNotContain("X-Client");
    assertThat(step(run, "sorry").path("state").asString()).isEqualTo("skipped");
    assertThat(run.toString()).doesNotContain(Crm.CLIENT_SECRET).doesNotContain("eyJ");
    assertThat(crm.requests().getLast().getHeaders().get("Authorization")).startsWith("Bearer ");

    JsonNode list =
        job.api()
            .get("/workspaces/sales/runs?flow=issue-to-crm&state=succeeded")
            .expect(200)
            .json();
    assertThat(list.toString()).contains(id);
  }

  @Test
  @Order(5)
  void cachesTheToken() {
    JsonNode tokens = job.api().get("/workspaces/sales/oauth-tokens").expect(200).json();

    assertThat(tokens.toString()).contains("CRM client").doesNotContain("eyJ");
    assertThat(tokens.findValuesAsString("renewals")).containsExactly("1");
  }

  @Test
  @Order(6)
  void answersWrongRequestsWithTheRightStatus() {
    Http anyone = Http.to(server.url(""));

    assertThat(anyone.post("/hooks/sales/nothing", "{}").status()).isEqualTo(404);
    assertThat(anyone.post("/hooks/nobody/gh-issues", "{}").status()).isEqualTo(404);
    Http.Answer wrongVerb = anyone.get("/hooks/sales/gh-issues");
    assertThat(wrongVerb.status()).isEqualTo(405);
    assertThat(wrongVerb.header("Allow")).contains("POST");
    assertThat(anyone.post("/hooks/sales/gh-issues", "{\"a\":").status()).isEqualTo(400);
    assertThat(anyone.post("/hooks/sales/gh-issues", "\"" + "x".repeat(1_100_000) + "\"").status())
        .isEqualTo(413);
    assertThat(anyone.get("/api/v1/workspaces").status()).isEqualTo(401);
    assertThat(anyone.withBearer("pb_wrong").get("/api/v1/workspaces").status()).isEqualTo(401);
  }

  @Test
  @Order(7)
  void isAllThereAfterKillMinus9() throws Exception {
    Http.Answer before = job.callWebhook(payload()).expect(201);
    String id = before.header("Patchbay-Run-Id");
    await(() -> job.api().get("/workspaces/sales/runs/" + id).json(), "state", "succeeded");
    int port = server.port();

    server.kill();
    start(port);

    assertThat(job.api().get("/workspaces").expect(200).text()).contains("Sales sync");
    assertThat(job.api().get("/workspaces/sales/flows/issue-to-crm").expect(200).text())
        .contains("findContact");
    assertThat(
            job.api()
                .get("/workspaces/sales/runs/" + id)
                .expect(200)
                .json()
                .path("state")
                .asString())
        .isEqualTo("succeeded");
    assertThat(
            job.callWebhook(payload()).expect(201).json().path("contact").path("isNew").asBoolean())
        .isFalse();
  }

  @Test
  @Order(8)
  void tellsTheSenderWhenTheUpstreamIsAway() {
    crm.close();

    Http.Answer answer = job.callWebhook("{\"issue\": {\"user\": {\"login\": \"x\"}}}");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("Patchbay-Run-Id")).isNotEmpty();
  }

  @Test
  @Order(9)
  void stopsCleanly() throws Exception {
    assertThat(server.stop()).isIn(0, 143);
    assertThat(server.log()).doesNotContain(Crm.CLIENT_SECRET).doesNotContain("Exception");
  }

  private static void start(int port) throws Exception {
    server =
        ServerProcess.start(
            folder,
            port,
            Map.of(
                "PATCHBAY_EGRESS_ALLOW",
                crm.egressAllow(),
                "PATCHBAY_TRUST_CA",
                crm.caFile(folder).toString()));
    job = MainJob.signIn(server);
  }

  private static String payload() throws Exception {
    Path real = Path.of("..", "shared", "material", "webhooks", "github", "issues.payload.json");
    return Files.exists(real) ? Files.readString(real) : Material.resource("mainjob/issue.json");
  }

  private static JsonNode step(JsonNode run, String id) {
    for (JsonNode step : run.path("steps")) {
      if (id.equals(step.path("id").asString())) {
        return step;
      }
    }
    throw new AssertionError("No step '%s' in %s".formatted(id, run));
  }

  /** The record is written in batches a moment after the answer. */
  private static JsonNode await(Supplier<JsonNode> read, String field, String value)
      throws InterruptedException {
    JsonNode last = read.get();
    for (int i = 0; i < 100 && !value.equals(last.path(field).asString()); i++) {
      Thread.sleep(50);
      last = read.get();
    }
    assertThat(last.path(field).asString()).as("%s", last).isEqualTo(value);
    return last;
  }
}
