package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Access.Role;
import io.patchbay.common.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Calling methods by hand, over the management API and a real upstream. */
@RestTest
class TryIT {

  @Autowired Team team;

  @LocalServerPort int port;

  private final MockWebServer upstream = new MockWebServer();
  private String at;
  private Caller editor;
  private Caller operator;

  @BeforeEach
  void furnish() throws IOException {
    upstream.start();
    var workspace = team.workspace();
    at = "/api/v1/workspaces/" + workspace;
    editor = Caller.nobody(port).withToken(team.token(workspace, Role.EDITOR));
    operator = Caller.nobody(port).withToken(team.token(workspace, Role.OPERATOR));
    editor.put(at + "/credentials/key", Map.of("kind", "bearer", "token", "canary-4711"));
    var put =
        editor.put(
            at + "/apis/shop",
            Json.readDocument(
                """
                name: Shop
                baseUrl: http://127.0.0.1:%d
                auth: {kind: bearer, credential: key}
                methods:
                  - {name: list, path: /orders, parameters: [{name: q}, {name: pin, redacted: true}]}
                  - {name: create, verb: POST, path: /orders, body: {}}
                """
                    .formatted(upstream.getPort()),
                JsonNode.class));
    assertThat(put.status()).isLessThan(300);
  }

  @AfterEach
  void stop() throws IOException {
    upstream.close();
  }

  @Test
  void triesAndRemembersWithoutSecrets() throws Exception {
    upstream.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body(
                "{\"id\": 12345678901234567890, \"echo\": \"canary-4711\", \"pin\": \"hidden-9876\"}")
            .build());

    var tried =
        operator.post(
            at + "/apis/shop/methods/list/try",
            Map.of("inputs", Map.of("q", "a b", "pin", "hidden-9876")));

    assertThat(tried.status()).isEqualTo(200);
    assertThat(upstream.takeRequest().getTarget()).isEqualTo("/orders?q=a%20b&pin=hidden-9876");
    assertThat(tried.json().path("body").path("id").toString()).isEqualTo("12345678901234567890");
    assertThat(tried.json().path("curl").stringValue())
        .contains("-H 'Authorization: Bearer '\"$TOKEN\"")
        .contains("pin='\"$PIN\"");
    var history = operator.get(at + "/apis/shop/methods/list/tries");
    assertThat(history.body()).doesNotContain("canary").doesNotContain("hidden-9876");
    var kept = history.json().path("items").path(0);
    assertThat(kept.path("given").path("inputs").toString()).isEqualTo("{\"q\":\"a b\"}");
    assertThat(kept.path("given").path("leftOut").toString()).isEqualTo("[\"pin\"]");
    assertThat(kept.path("status").intValue()).isEqualTo(200);
    assertThat(kept.path("body").path("id").toString()).isEqualTo("12345678901234567890");
  }

  @Test
  void nullIsABodyAndNothingIsNone() throws Exception {
    for (int i = 0; i < 2; i++) {
      upstream.enqueue(new MockResponse.Builder().code(204).build());
    }
    var isNull = new HashMap<String, Object>();
    isNull.put("body", null);

    var first = editor.post(at + "/apis/shop/methods/create/try", isNull);
    editor.post(at + "/apis/shop/methods/create/try", Map.of());

    assertThat(first.json().has("body")).isFalse();
    assertThat(upstream.takeRequest().getBody().utf8()).isEqualTo("null");
    assertThat(upstream.takeRequest().getBody().size()).isZero();
    var items = editor.get(at + "/apis/shop/methods/create/tries").json().path("items");
    assertThat(items.path(1).path("given").path("body").isNull()).isTrue();
    assertThat(items.path(0).path("given").has("body")).isFalse();
  }

  @Test
  void editorsTryWhatIsNotSavedYet() throws Exception {
    upstream.enqueue(new MockResponse.Builder().body("ok").build());
    var definition =
        Json.readDocument(
            """
            {"name": "upload", "verb": "POST", "path": "/files",
             "body": {"contentType": "multipart/form-data",
                      "schema": {"properties": {"photo": {"type": "string", "format": "binary"}}}}}
            """,
            JsonNode.class);
    var wanted =
        Map.of(
            "definition",
            definition,
            "body",
            Map.of("photo", Base64.getEncoder().encodeToString(new byte[] {1, 2, 3})));

    var tried = editor.post(at + "/apis/shop/methods/upload/try", wanted);
    var refused = operator.post(at + "/apis/shop/methods/upload/try", wanted);
    var unnamed =
        editor.post(at + "/apis/shop/methods/other/try", Map.of("definition", definition));

    assertThat(tried.json().path("status").intValue()).isEqualTo(200);
    assertThat(tried.json().path("request").path("body").stringValue()).contains("(3 bytes)");
    assertThat(upstream.takeRequest().getBody().utf8()).contains("filename=\"photo\"");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(unnamed.status()).isEqualTo(422);
  }

  @Test
  void saysWhatIsNotThere() {
    var method = operator.post(at + "/apis/shop/methods/none/try", null);
    var api = operator.post(at + "/apis/none/methods/none/try", null);
    var environment =
        operator.post(at + "/apis/shop/methods/list/try", Map.of("environment", "moon"));

    assertThat(method.status()).isEqualTo(404);
    assertThat(api.status()).isEqualTo(404);
    assertThat(environment.status()).isEqualTo(422);
    assertThat(environment.body()).contains("moon");
    assertThat(upstream.getRequestCount()).isZero();
  }

  @Test
  void keepsTheLastTwentyAndForgets() {
    for (int i = 0; i < 22; i++) {
      upstream.enqueue(new MockResponse.Builder().body("x".repeat(i == 21 ? 70_000 : 1)).build());
      operator.post(at + "/apis/shop/methods/list/try", Map.of("inputs", Map.of("q", i)));
    }

    var items = operator.get(at + "/apis/shop/methods/list/tries").json().path("items");
    var forgotten = operator.send("DELETE", at + "/apis/shop/methods/list/tries", null, Map.of());

    assertThat(items.size()).isEqualTo(20);
    assertThat(items.path(0).path("given").path("inputs").path("q").intValue()).isEqualTo(21);
    assertThat(items.path(0).path("shortened").booleanValue()).isTrue();
    assertThat(items.path(0).path("body").stringValue()).hasSize(64 * 1024);
    assertThat(items.path(0).path("bodyBytes").intValue()).isEqualTo(70_000);
    assertThat(forgotten.status()).isEqualTo(204);
    assertThat(operator.get(at + "/apis/shop/methods/list/tries").json().path("items").isEmpty())
        .isTrue();
  }

  @Test
  void triesInAnEnvironmentThatMayBeRenamed() throws Exception {
    for (int i = 0; i < 3; i++) {
      upstream.enqueue(new MockResponse.Builder().body("ok").build());
    }
    editor.put(
        at + "/apis/area",
        document(
            """
            name: Area
            baseUrl: "http://127.0.0.1:%d/{region}"
            variables: {region: home, tenant: t0}
            headers: {X-Tenant: "{{ env.tenant }}"}
            methods: [{name: list, path: /orders}]
            """
                .formatted(upstream.getPort())));
    editor.put(at + "/environments/staging", Map.of("variables", Map.of("tenant", "t1")));
    editor.put(
        at + "/apis/area/environments/staging", Map.of("variables", Map.of("region", "far")));

    operator.post(at + "/apis/area/methods/list/try", null);
    var staged =
        operator.post(at + "/apis/area/methods/list/try", Map.of("environment", "staging"));
    var renamed = editor.post(at + "/environments/staging/rename", Map.of("name", "acceptance"));
    operator.post(at + "/apis/area/methods/list/try", Map.of("environment", "acceptance"));
    var gone = operator.post(at + "/apis/area/methods/list/try", Map.of("environment", "staging"));

    assertThat(staged.json().path("environment").stringValue()).isEqualTo("staging");
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(gone.status()).isEqualTo(422);
    var usual = upstream.takeRequest();
    assertThat(usual.getTarget()).isEqualTo("/home/orders");
    assertThat(usual.getHeaders().get("X-Tenant")).isEqualTo("t0");
    for (int i = 0; i < 2; i++) {
      var there = upstream.takeRequest();
      assertThat(there.getTarget()).isEqualTo("/far/orders");
      assertThat(there.getHeaders().get("X-Tenant")).isEqualTo("t1");
    }
  }

  @Test
  void anEnvironmentIsNotRenamedWhileItIsNamedOrOverAnother() {
    editor.put(at + "/environments/staging", Map.of());
    editor.put(at + "/environments/production", Map.of());
    editor.put(
        at + "/flows/hooked",
        document(
            """
            name: Hooked
            triggers: [{id: in, kind: webhook, path: hooked-%s, environment: production}]
            """
                .formatted(at.substring(at.lastIndexOf('/') + 1))));

    var taken = editor.post(at + "/environments/staging/rename", Map.of("name", "production"));
    var named = editor.post(at + "/environments/production/rename", Map.of("name", "live"));
    var odd = editor.post(at + "/environments/staging/rename", Map.of("name", "Not So"));

    assertThat(taken.status()).isEqualTo(409);
    assertThat(named.status()).isEqualTo(409);
    assertThat(named.body()).contains("Hooked");
    assertThat(odd.status()).isEqualTo(422);
  }

  @Test
  void knowsFilesFromSharedSchemasOfWhatIsSaved() throws Exception {
    upstream.enqueue(new MockResponse.Builder().body("ok").build());
    editor.put(
        at + "/apis/files",
        document(
            """
            name: Files
            baseUrl: "http://127.0.0.1:%d"
            schemas:
              Upload: {type: object, properties: {photo: {$ref: '#/schemas/Photo'}}}
              Photo: {type: string, format: binary}
            methods:
              - name: upload
                verb: POST
                path: /files
                body: {contentType: multipart/form-data, schema: {$ref: '#/schemas/Upload'}}
            """
                .formatted(upstream.getPort())));

    operator.post(
        at + "/apis/files/methods/upload/try",
        Map.of(
            "body",
            Map.of(
                "photo",
                Base64.getEncoder().encodeToString("bytes".getBytes(StandardCharsets.UTF_8)))));

    assertThat(upstream.takeRequest().getBody().utf8())
        .contains("name=\"photo\"; filename=\"photo\"")
        .contains("\r\n\r\nbytes\r\n");
  }

  private static JsonNode document(String yaml) {
    return Json.readDocument(yaml, JsonNode.class);
  }
}
