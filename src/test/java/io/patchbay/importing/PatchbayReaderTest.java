package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.Api;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.testing.Material;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PatchbayReaderTest {

  private final PatchbayReader reader = new PatchbayReader();

  @Test
  void givesBackWhatWasExportedAsJsonAndAsYaml() throws IOException {
    Api api = Json.readDocument(Material.resource("importing/everything/api.yaml"), Api.class);

    for (String text : new String[] {Json.writePretty(api), Json.writeYaml(api)}) {
      var source = new SourceText("api", text);

      assertThat(reader.recognises(source)).isTrue();
      assertThat(reader.read(source, Documents.NONE).apis().getFirst().api()).isEqualTo(api);
    }
  }

  @Test
  void saysWhichCredentialADefinitionFromElsewhereWillUse() throws IOException {
    var source = new SourceText("api", Material.resource("importing/everything/api.yaml"));

    assertThat(reader.read(source, Documents.NONE).apis().getFirst().issues())
        .extracting(ImportIssue::message)
        .singleElement()
        .asString()
        .contains("'shop key'", "https://{region}.example.com/v1");
  }

  @Test
  void givesTheSlugThatTheNameHas() {
    var source =
        new SourceText(
            "api", "format: patchbay/api@1\nname: My Shop\nbaseUrl: https://a.example.com");

    assertThat(reader.read(source, Documents.NONE).apis().getFirst().api().slug())
        .isEqualTo("my-shop");
  }

  @Test
  void saysWhatDoesNotFit() {
    assertThatThrownBy(() -> read("format: patchbay/api@2"))
        .hasMessageContaining("This is 'patchbay/api@2'; an API is 'patchbay/api@1'.");
    assertThatThrownBy(() -> read("format: patchbay/flow@1"))
        .hasMessageContaining("This is 'patchbay/flow@1'");
    assertThatThrownBy(() -> read("format: patchbay/api@1\nmethods: [{ name: a, verb: FLY }]"))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("methods[0].verb");
  }

  private void read(String text) {
    reader.read(new SourceText("api", text), Documents.NONE);
  }
}
