package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Json;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class OpenApiWriterTest {

  @TestFactory
  Stream<DynamicTest> givesBackRealDescriptions() throws IOException {
    return OpenApiMaterialTest.lines()
        .map(line ->
            DynamicTest.dynamicTest(
                line.getFirst(),
                () -> assertGivesBack(OpenApiMaterialTest.read(line.getFirst()).api())));
  }

  static void assertGivesBack(Api api) {
    String written = Json.writePretty(OpenApiWriter.write(api));

    Api read =
        new OpenApiReader()
            .read(new SourceText("export.json", written), Documents.NONE)
            .apis()
            .getFirst()
            .api();

    JsonNode expected = Json.toTree(api);
    assertThat(Trees.differences(expected, Json.toTree(read))).isEmpty();
    assertThat(Json.write(read)).isEqualTo(Json.write(expected));
    assertThat(read).isEqualTo(api);
  }
}
