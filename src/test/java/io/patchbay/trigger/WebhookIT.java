package io.patchbay.trigger;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.net.http.HttpRequest.BodyPublishers.ofInputStream;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Access;
import io.patchbay.common.Json;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowService;
import io.patchbay.run.Run;
import io.patchbay.run.RunId;
import io.patchbay.run.RunService;
import io.patchbay.run.RunState;
import io.patchbay.testing.IntegrationTest;
import io.patchbay.testing.TestWorkspace;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class WebhookIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired FlowService flows;
  @Autowired RunService runs;
  Access access;

  @BeforeEach
  void makeWorkspace() {
    access = TestWorkspace.create(jdbc);
  }

  @Test
  void answersWithWhatTheRespondStepSays() throws Exception {
    publish(
        "orders",
        """
        triggers: [{ id: hook, kind: webhook, path: orders }]
        steps:
          - id: reply
            kind: respond
            status: 201
            headers: { X-Seen: "{{ trigger.headers.`x-shop` }}" }
            body: { id: "{{ trigger.body.id }}", source: "{{ trigger.query.source }}" }
        links: [{ from: hook, to: reply }]
        """);

    var answer = send(post("orders?source=shop", "{\"id\": 12}").header("X-Shop", "north").build());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer)).isEqualTo(tree("{\"id\": 12, \"source\": \"shop\"}"));
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.headers().firstValue("X-Seen")).contains("north");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    var run = recorded(answer);
    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.reply().status()).isEqualTo(201);
    assertThat(run.trigger().data().at("/body/id").asInt()).isEqualTo(12);
  }

  @Test
  void answersWithTheLastOutputWhenNoStepResponds() throws Exception {
    publish("plain", flow("{ id: make, kind: transform, value: { made: true } }", "make"));
    publish("silent", flow("{ id: make, kind: transform, value: '{{ trigger.body.x }}' }", "make"));

    assertThat(send(post("plain", "{}").build()).body()).isEqualTo("{\"made\":true}");
    assertThat(send(post("silent", "{}").build()).statusCode()).isEqualTo(204);
  }

  @Test
  void acceptsOnlyWhatIsCommitted() throws Exception {
    publish(
        "later",
        """
        triggers: [{ id: hook, kind: webhook, path: later, respond: accepted }]
        steps: [{ id: make, kind: transform, value: 1 }]
        links: [{ from: hook, to: make }]
        """);

    var answer = send(post("later", "{\"n\": 1}").build());

    assertThat(answer.statusCode()).isEqualTo(202);
    var id = UUID.fromString(json(answer).get("runId").asString());
    assertThat(answer.headers().firstValue("Patchbay-Run-Id")).contains(id.toString());
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .isEqualTo("/api/v1/workspaces/" + access.workspaceSlug() + "/runs/" + id);
    assertThat(runs.get(access, new RunId(id)).trigger().data().at("/body/n").asInt())
        .as("read at once, without waiting")
        .isEqualTo(1);
    assertThat(recorded(answer).state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void aFailingFlowAnswersWithAProblem() throws Exception {
    publish(
        "fails",
        flow("{ id: no, kind: fail, name: Sold out, message: Come back, status: 503 }", "no"));

    var answer = send(post("fails", "{}").build());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).get("title").asString()).isEqualTo("Sold out");
    assertThat(json(answer).get("detail").asString()).isEqualTo("Come back");
    var run = recorded(answer);
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.failure().step()).isEqualTo("no");
    assertThat(json(answer).get("runId").asString()).isEqualTo(run.id().toString());
  }

  @Test
  void saysNothingAboutWhatIsNotThere() throws Exception {
    publish("here", flow("{ id: make, kind: transform, value: 1 }", "make"));

    var unknownPath = send(post("nowhere", "{}").build());
    var unknownWorkspace =
        send(HttpRequest.newBuilder(uri("/hooks/other/here")).POST(ofString("{}")).build());

    assertThat(unknownPath.statusCode()).isEqualTo(404);
    assertThat(unknownPath.headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    assertThat(unknownWorkspace.statusCode()).isEqualTo(404);
    assertThat(unknownWorkspace.body()).isEqualTo(unknownPath.body());
    assertThat(send(post("here/", "{}").build()).statusCode()).isEqualTo(404);
  }

  @Test
  void namesTheVerbsThatItTakes() throws Exception {
    publish(
        "verbs",
        """
        triggers: [{ id: hook, kind: webhook, path: verbs, verbs: [GET, PUT] }]
        steps: [{ id: make, kind: transform, value: "{{ trigger.verb }}" }]
        links: [{ from: hook, to: make }]
        """);

    var wrong = send(post("verbs", "{}").build());
    var options = send(request("verbs").method("OPTIONS", BodyPublishers.noBody()).build());
    var head = send(request("verbs").method("HEAD", BodyPublishers.noBody()).build());

    assertThat(wrong.statusCode()).isEqualTo(405);
    assertThat(wrong.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, PUT");
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, PUT");
    assertThat(head.statusCode()).isEqualTo(204);
    assertThat(head.headers().firstValue("Patchbay-Run-Id")).as("no run for HEAD").isEmpty();
    assertThat(send(request("verbs").GET().build()).body()).isEqualTo("\"GET\"");
    assertThat(send(request("verbs").PUT(ofString("1")).build()).body()).isEqualTo("\"PUT\"");
  }

  @Test
  void refusesBodiesOverTheLimitAlsoChunkedOnes() throws Exception {
    publish(
        "small",
        """
        triggers: [{ id: hook, kind: webhook, path: small, maxBodyBytes: 1000 }]
        steps: [{ id: make, kind: transform, value: 1 }]
        links: [{ from: hook, to: make }]
        """);
    var large = "\"%s\"".formatted("x".repeat(2000)).getBytes(StandardCharsets.UTF_8);
    var fits = "\"%s\"".formatted("x".repeat(998)).getBytes(StandardCharsets.UTF_8);

    var known = send(json("small").POST(ofByteArray(large)).build());
    var chunked =
        send(json("small").POST(ofInputStream(() -> new ByteArrayInputStream(large))).build());

    assertThat(known.statusCode()).isEqualTo(413);
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(chunked.body()).contains("1000 bytes");
    assertThat(send(json("small").POST(ofByteArray(fits)).build()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": 1,, }              | application/json                | 400 | column 9
          {"a": 1, "a": 2}         | application/json                | 400 | Duplicate
          {}                       | application/json; charset=klingon | 415 | klingon
          """)
  void refusesBodiesThatCannotBeRead(String body, String type, int status, String said)
      throws Exception {
    publish("strict", flow("{ id: make, kind: transform, value: 1 }", "make"));

    var answer = send(request("strict").header("Content-Type", type).POST(ofString(body)).build());

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": [1]}       | application/vnd.shop+json         | {"a":[1]}
          a=1&b=x%20y&a=2  | application/x-www-form-urlencoded | {"a":["1","2"],"b":"x y"}
          <a/>             | application/xml                   | "<a/>"
          hello            | text/plain                        | "hello"
          hello            | application/octet-stream          | "aGVsbG8="
          """)
  void readsBodiesByTheirMediaType(String body, String type, String value) throws Exception {
    publish("echo", flow("{ id: make, kind: transform, value: '{{ trigger.body }}' }", "make"));

    var answer = send(request("echo").header("Content-Type", type).POST(ofString(body)).build());

    assertThat(answer.body()).isEqualTo(value);
  }

  @Test
  void aLiteralSegmentWinsOverAParameter() throws Exception {
    publish(
        "any",
        """
        triggers: [{ id: hook, kind: webhook, path: "pets/{id}/photos" }]
        steps: [{ id: make, kind: transform, value: "{{ trigger.path.id }}" }]
        links: [{ from: hook, to: make }]
        """);
    publish(
        "one",
        """
        triggers: [{ id: hook, kind: webhook, path: pets/first/photos }]
        steps: [{ id: make, kind: transform, value: the first }]
        links: [{ from: hook, to: make }]
        """);

    assertThat(send(post("pets/a%20b/photos", "{}").build()).body()).isEqualTo("\"a b\"");
    assertThat(send(post("pets/first/photos", "{}").build()).body()).isEqualTo("\"the first\"");
  }

  @Test
  void keepsWhatIsNotAFlowsBusinessOutOfTheAnswer() throws Exception {
    publish(
        "headers",
        flow(
            """
            { id: reply, kind: respond, body: "<b>hi</b>", headers: {
                Set-Cookie: a=b, Connection: close, Content-Type: text/html, Content-Length: "3",
                X-Two: "one\\r\\nX-Three: two", Patchbay-Run-Id: mine } }
            """,
            "reply"));

    var answer = send(post("headers", "{}").build());

    assertThat(answer.body()).isEqualTo("<b>hi</b>");
    assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "x-three", "connection");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(answer.headers().firstValue("X-Two")).contains("one X-Three: two");
    assertThat(answer.headers().firstValue("Patchbay-Run-Id").orElseThrow()).hasSize(36);
  }

  @Test
  void storesNoSecretsOfTheSender() throws Exception {
    publish("signed", flow("{ id: make, kind: transform, value: 1 }", "make"));

    var answer =
        send(
            post("signed?api_token=canary-1", "{}")
                .header("Authorization", "Bearer canary-2")
                .header("X-Hub-Signature-256", "sha256=canary-3")
                .header("Cookie", "session=canary-4")
                .build());

    recorded(answer);
    var id = UUID.fromString(answer.headers().firstValue("Patchbay-Run-Id").orElseThrow());
    var stored =
        jdbc.sql(
                """
                select coalesce(trigger_data, '') || coalesce((select string_agg(
                  coalesce(input, '') || coalesce(output, ''), '') from step_runs where run_id = id), '')
                from runs where id = ?
                """)
            .param(id)
            .query(String.class)
            .single();
    assertThat(stored).contains("authorization").doesNotContain("canary");
  }

  private void publish(String slug, String yaml) {
    var document = "name: " + slug + "\n" + yaml.replace("PATH", slug);
    flows.putDraft(access, slug, Json.readDocument(document, Flow.class), null);
    flows.publish(access, slug, null);
  }

  private static String flow(String step, String id) {
    // The slug of each test's flow is its path too; publish() fills it in.
    return """
    triggers: [{ id: hook, kind: webhook, path: PATH }]
    steps:
      - %s
    links: [{ from: hook, to: %s }]
    """
        .formatted(step.replace("\n", " "), id);
  }

  private Run recorded(HttpResponse<String> answer) throws InterruptedException {
    var id =
        new RunId(UUID.fromString(answer.headers().firstValue("Patchbay-Run-Id").orElseThrow()));
    assertThat(runs.awaitRecorded(id, Duration.ofSeconds(5))).isTrue();
    return runs.get(access, id);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri("/hooks/" + access.workspaceSlug() + "/" + path));
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder post(String path, String body) {
    return json(path).POST(ofString(body));
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return tree(response.body());
  }

  private static JsonNode tree(String json) {
    return Json.MAPPER.readTree(json);
  }
}
