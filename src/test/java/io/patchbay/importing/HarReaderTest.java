package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.ApiCheck;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import io.patchbay.testing.Material;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarReaderTest {

  @Test
  void countsAreThoseOfTheIndex() throws IOException {
    List<String> rows = Material.text("har/index.tsv").lines().skip(1).toList();
    for (String row : rows) {
      String[] cells = row.split("\t", -1);
      int expected = Integer.parseInt(cells[6].isEmpty() ? cells[5] : cells[6]);
      var source = source(Files.readString(Material.file("har/" + cells[0])));

      assertThat(new HarReader().recognises(source)).as(cells[0]).isTrue();
      if (expected == 0) {
        assertThatThrownBy(() -> new HarReader().read(source, Documents.NONE))
            .as(cells[0])
            .isInstanceOf(InvalidException.class)
            .hasMessageContaining("no entries");
      } else {
        var result = new HarReader().read(source, Documents.NONE);
        assertThat(result.apis().stream().mapToInt(api -> api.api().methods().size()).sum())
            .as(cells[0])
            .isEqualTo(expected);
        result
            .apis()
            .forEach(api -> assertThat(ApiCheck.problems(api.api())).as(cells[0]).isEmpty());
      }
    }
  }

  @Test
  void leavesOutWhatBrowsersLoadBesides() throws IOException {
    var result =
        new HarReader().read(source(Material.resource("importing/browser.har")), Documents.NONE);

    assertThat(result.title()).isEqualTo("HTTP Archive 1.2");
    assertThat(result.issues())
        .extracting(ImportIssue::message)
        .containsExactly(
            "7 entries were left out that call no API: 1 pages, 1 images, 1 scripts, 1 data addresses, 1 web sockets, 1 analytics, 1 CORS preflights.");
    assertThat(result.apis())
        .extracting(imported -> imported.api().baseUrl())
        .containsExactly("https://api.example.com/v2", "https://id.example.com");
    assertThat(Json.write(result.apis().stream().map(ImportedApi::api).toList()))
        .doesNotContain("TOPs3cret0");
  }

  @Test
  void makesMethodsOfEntries() throws IOException {
    var imported =
        new HarReader()
            .read(source(Material.resource("importing/browser.har")), Documents.NONE)
            .apis()
            .getFirst();
    var get = imported.api().method("getUser").orElseThrow();
    var create = imported.api().method("createUser").orElseThrow();

    assertThat(imported.api().auth()).isEqualTo(new Auth.Bearer(null));
    assertThat(imported.credential().document().path("token").asString())
        .isEqualTo("eyJTOPs3cret0");
    assertThat(get.path()).isEqualTo("/users/{userId}");
    assertThat(get.parameters())
        .extracting(p -> p.in().word() + " " + p.name() + " " + p.required())
        .containsExactly(
            "path userId true",
            "query expand false",
            "header x-tenant true",
            "header x-csrf-token false");
    assertThat(get.parameter("expand").orElseThrow().schema().toString())
        .isEqualTo("{\"type\":\"array\",\"items\":{\"type\":\"string\"}}");
    assertThat(get.parameter("x-tenant").orElseThrow().defaultValue().asString()).isEqualTo("acme");
    assertThat(get.responses())
        .extracting(r -> r.status() + " " + r.contentType())
        .containsExactly("200 application/json", "404 application/problem+json");
    assertThat(get.responses().getFirst().example().toString())
        .isEqualTo("{\"id\":1,\"name\":\"ann\",\"access_token\":\"(left out)\"}");
    assertThat(create.body().contentType()).isEqualTo("multipart/form-data");
    assertThat(create.body().schema().at("/properties/photo/format").asString())
        .isEqualTo("binary");
    assertThat(create.body().example().toString()).isEqualTo("{\"name\":\"ann\"}");
    assertThat(create.responses().getFirst().headers()).containsOnlyKeys("Location");
  }

  private static SourceText source(String text) {
    return new SourceText("calls.har", text);
  }
}
