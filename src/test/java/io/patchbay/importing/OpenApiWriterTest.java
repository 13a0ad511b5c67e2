package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Json;
import io.patchbay.testing.Material;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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

  @Test
  void givesBackWhatOpenApiHasNoWordFor() throws IOException {
    String everything = Material.resource("importing/everything/api.yaml");

    assertGivesBack(Json.readDocument(everything, Api.class));
  }

  @Test
  void writesWhatOthersUnderstand() throws IOException {
    Api api = Json.readDocument(Material.resource("importing/everything/api.yaml"), Api.class);

    JsonNode document = OpenApiWriter.write(api);

    assertThat(document.path("openapi").asString()).isEqualTo("3.1.1");
    assertThat(document.at("/servers/0/url").asString())
        .isEqualTo("https://{region}.example.com/v1");
    assertThat(document.at("/servers/0/variables/region/default").asString()).isEqualTo("eu");
    assertThat(document.path("security").toString()).isEqualTo("[{\"x-patchbay\":[]}]");
    assertThat(document.at("/components/securitySchemes/x-patchbay/in").asString())
        .isEqualTo("query");
    assertThat(document.at("/paths/~1things~1{id}/get/operationId").asString())
        .isEqualTo("second.first");
    assertThat(document.at("/paths/~1things~1{id}#sameAgain/get/operationId").asString())
        .isEqualTo("sameAgain");
    assertThat(document.at("/components/schemas/Order line/properties/parent/$ref").asString())
        .isEqualTo("#/components/schemas/Order%20line");
    assertThat(document.at("/x-patchbay/methods/0/name").asString()).isEqualTo("purge");
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
