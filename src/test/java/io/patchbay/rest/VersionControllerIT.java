package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Access.Role;
import io.patchbay.common.Json;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The life of an API over HTTP: published, changed, compared, moved to, deprecated, restored. */
@RestTest
class VersionControllerIT {

  private static final String SHOP =
      """
      {"name": "Shop", "baseUrl": "https://shop.test",
       "methods": [{"name": "list", "path": "/orders", "parameters": [%s]}]}
      """;
  private static final String NEEDS_Q = "{\"name\": \"q\", \"required\": true}";

  @Autowired Team team;
  @LocalServerPort int port;

  private Caller editor;
  private String flows;
  private String api;

  @BeforeEach
  void setUp() {
    var workspace = team.workspace();
    editor = Caller.nobody(port).withToken(team.token(workspace, Role.EDITOR));
    flows = "/api/v1/workspaces/" + workspace + "/flows";
    api = "/api/v1/workspaces/" + workspace + "/apis/shop";
    editor.put(api, Json.readValue(SHOP.formatted("")));
  }

  @Test
  void isPublishedComparedAndMovedTo() {
    editor.put(
        flows + "/hello",
        Json.readValue(
            """
            {"name": "Hello", "triggers": [{"kind": "manual", "id": "hand"}],
             "steps": [{"kind": "call", "id": "a", "api": "shop", "method": "list"}],
             "links": [{"from": "hand", "to": "a"}]}
            """));
    var first = editor.post(api + "/publish", Map.of("note", "First"));
    assertThat(first.status()).isEqualTo(200);
    assertThat(text(first, "/version/version")).isEqualTo("1.0.0");
    assertThat(editor.post(api + "/publish", null).status()).isEqualTo(409);
    editor.put(api, Json.readValue(SHOP.formatted(NEEDS_Q)));

    var diff = editor.get(api + "/diff");
    assertThat(text(diff, "/next")).isEqualTo("2.0.0");
    assertThat(text(diff, "/changes/0/impact")).isEqualTo("breaking");
    assertThat(text(diff, "/changes/0/message")).isEqualTo("The input 'q' is new and required.");
    assertThat(text(diff, "/touched/0/use/step")).isEqualTo("a");

    var refused = editor.post(api + "/publish", Map.of("level", "minor"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(text(refused, "/problems/0/where")).isEqualTo("level");
    var second = editor.post(api + "/publish", null);
    assertThat(text(second, "/version/version")).isEqualTo("2.0.0");

    var moved = editor.post(api + "/move", Map.of("flow", "hello", "version", "1"));
    assertThat(text(moved, "/steps/0")).isEqualTo("a");
    assertThat(moved.json().path("problems")).isEmpty();
    assertThat(text(editor.get(flows + "/hello"), "/steps/0/version")).isEqualTo("1");
    assertThat(text(editor.get(api + "/versions/1.0.0/used-by"), "/items/0/flow"))
        .isEqualTo("hello");
    var kept = editor.delete(api + "/versions/1.0.0");
    assertThat(kept.status()).isEqualTo(409);
    assertThat(text(kept, "/detail")).contains("'Hello'");
  }

  @Test
  void isDeprecatedAndRestored() {
    editor.post(api + "/publish", null);
    editor.put(api, Json.readValue(SHOP.formatted(NEEDS_Q)));
    var stale = Map.of("If-Match", "\"1\"");
    assertThat(editor.send("POST", api + "/publish", "{}", stale).status()).isEqualTo(409);

    var noted = editor.put(api + "/versions/1.0.0/deprecation", Map.of("notice", "Use 2."));
    assertThat(noted.status()).isEqualTo(204);
    assertThat(text(editor.get(api + "/versions"), "/items/0/deprecated")).isEqualTo("Use 2.");
    var wordless = editor.put(api + "/versions/1.0.0/deprecation", Map.of());
    assertThat(wordless.status()).isEqualTo(422);
    assertThat(editor.delete(api + "/versions/1.0.0/deprecation").status()).isEqualTo(204);

    var restored = editor.post(api + "/versions/1/restore", null);
    assertThat(restored.status()).isEqualTo(200);
    assertThat(restored.json().at("/methods/0").has("parameters")).isFalse();
    assertThat(editor.get(api).header("ETag")).isEqualTo(restored.header("ETag"));
    assertThat(editor.get(api + "/diff").json().path("changes")).isEmpty();
    assertThat(editor.delete(api + "/versions/1.0.0").status()).isEqualTo(204);
    assertThat(editor.get(api + "/versions/1.0.0").status()).isEqualTo(404);
  }

  private static String text(Caller.Answer answer, String pointer) {
    JsonNode found = answer.json().at(pointer);
    assertThat(found.isMissingNode()).as("%s in %s", pointer, answer.body()).isFalse();
    return found.asString();
  }
}
