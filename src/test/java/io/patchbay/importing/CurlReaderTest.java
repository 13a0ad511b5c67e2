package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private static ImportResult read(String text) {
    return new CurlReader().read(new SourceText("pasted", text), Documents.NONE);
  }
}
