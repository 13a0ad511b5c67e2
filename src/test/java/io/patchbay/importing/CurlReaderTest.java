package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.patchbay.api.Api;
import io.patchbay.api.ApiCheck;
import io.patchbay.common.InvalidException;
import io.patchbay.testing.Material;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CurlReaderTest {

  @Test
  void readsEachCommandOfTheMaterial() throws IOException {
    for (var oracle : CurlOracle.read(Material.text("curl/commands.jsonl").lines())) {
      if (oracle.exit() == 2) {
        assertThatThrownBy(() -> read(oracle.command()))
            .as(oracle.id())
            .isInstanceOf(InvalidException.class);
        continue;
      }
      var result = read(oracle.command());

      assertThat(result.apis()).as(oracle.id()).hasSize(1);
      var imported = result.apis().getFirst();
      assertThat(ApiCheck.problems(imported.api())).as(oracle.id()).isEmpty();
      assertThat(imported.api().methods()).as(oracle.id()).hasSize(1);
      if (oracle.exit() != 0) {
        assertThat(result.issues()).as(oracle.id()).isNotEmpty();
      }
    }
  }

  @Test
  void groupsManyCommandsIntoOneApi() throws IOException {
    String all =
        CurlOracle.read(Material.text("curl/commands.jsonl").lines()).stream()
            .filter(oracle -> oracle.exit() != 2)
            .map(CurlOracle::command)
            .collect(Collectors.joining("\n\n"));

    var result = read(all);

    assertThat(result.apis()).hasSize(1);
    Api api = result.apis().getFirst().api();
    assertThat(api.methods()).hasSizeBetween(200, 260);
    assertThat(api.baseUrl()).isEqualTo("https://api.openai.com/v1");
    assertThat(ApiCheck.problems(api)).isEmpty();
  }

  @Test
  void namesWhatPeopleLeaveOpen() {
    var api =
        read("""
        curl https://api.example.com/repos/OWNER/REPO/issues/$ISSUE_NUMBER \\
          -H "Accept: application/vnd.example+json" -H "X-Version: 2022-11-28"
        curl "https://api.example.com/repos/<owner>/{repo}/pulls/123.json?state={state}&per_page=30"
        """)
            .apis()
            .getFirst()
            .api();

    assertThat(api.methods())
        .extracting(method -> method.path())
        .containsExactly(
            "/repos/{owner}/{repo}/issues/{issueNumber}",
            "/repos/{owner}/{repo}/pulls/{pullId}.json");
    assertThat(api.methods().getFirst().headers())
        .containsExactly(entry("Accept", "application/vnd.example+json"));
    assertThat(
            api.methods().getFirst().parameter("X-Version").orElseThrow().defaultValue().asString())
        .isEqualTo("2022-11-28");
    assertThat(api.methods().get(1).parameter("pullId").orElseThrow().example().asInt())
        .isEqualTo(123);
    assertThat(api.methods().get(1).parameter("per_page").orElseThrow().schema().toString())
        .isEqualTo("{\"type\":\"integer\"}");
  }

  @Test
  void takesABodyOfAHereDocument() {
    var method =
        read("""
        curl https://api.example.com/notes -H 'Content-Type: application/json' -d "$(cat <<EOF
        {"text": "it's (nearly) done", "by": "$NAME"}
        EOF
        )"
        """)
            .apis()
            .getFirst()
            .api()
            .methods()
            .getFirst();

    assertThat(method.body().example().toString())
        .isEqualTo("{\"text\":\"it's (nearly) done\",\"by\":\"$NAME\"}");
  }

  @Test
  void mergesCommandsOfOneMethod() {
    var result =
        read(
            """
            curl -X PATCH https://api.example.com/v1/orders/17?dry=true -H 'X-Tenant: a' --json '{"amount": 1}'
            curl -X PATCH https://api.example.com/v1/orders/18 -H 'X-Tenant: b' --json '{"amount": 2.5, "note": null}'
            """);
    var api = result.apis().getFirst().api();
    var method = api.methods().getFirst();

    assertThat(api.methods()).hasSize(1);
    assertThat(method.path()).isEqualTo("/orders/{orderId}");
    assertThat(method.parameter("dry").orElseThrow().required()).isFalse();
    assertThat(method.parameter("X-Tenant").orElseThrow().required()).isTrue();
    assertThat(method.parameter("X-Tenant").orElseThrow().defaultValue()).isNull();
    assertThat(method.body().schema().at("/properties/amount/type").asString()).isEqualTo("number");
    assertThat(method.body().schema().get("required").toString()).isEqualTo("[\"amount\"]");
    assertThat(method.body().example().toString()).isEqualTo("{\"amount\":1}");
  }

  private static ImportResult read(String text) {
    return new CurlReader().read(new SourceText("pasted", text), Documents.NONE);
  }
}
