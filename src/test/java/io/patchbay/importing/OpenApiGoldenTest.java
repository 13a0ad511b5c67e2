package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Each folder under {@code importing/openapi} holds a description, {@code openapi.yaml} or {@code
 * .json}, and what becomes of it, {@code expected.json}. For a new one, write the description, run
 * the test, and read what it wrote under {@code target/golden} before you put it beside.
 */
class OpenApiGoldenTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "importing", "openapi");
  private static final Path WRITTEN = Path.of("target", "golden", "openapi");

  @TestFactory
  Stream<DynamicContainer> readsEachOddity() throws IOException {
    return folders().stream()
        .map(folder ->
            DynamicContainer.dynamicContainer(
                folder.getFileName().toString(),
                List.of(
                    DynamicTest.dynamicTest("reads as expected", () -> assertExpected(folder)),
                    DynamicTest.dynamicTest(
                        "can be kept",
                        () ->
                            assertThat(OpenApiMaterialTest.problems(read(folder).api())).isEmpty()),
                    DynamicTest.dynamicTest(
                        "comes back from an export",
                        () -> OpenApiWriterTest.assertGivesBack(read(folder).api())))));
  }

  private static void assertExpected(Path folder) throws IOException {
    JsonNode actual = shown(read(folder));
    Path written = WRITTEN.resolve(folder.getFileName() + ".json");
    Files.createDirectories(WRITTEN);
    Files.writeString(written, Json.writePretty(actual) + "\n");

    Path expected = folder.resolve("expected.json");

    assertThat(expected).as("What is expected; %s was written", written).exists();
    assertThat(
            Trees.differences(
                Json.readDocument(Files.readString(expected), JsonNode.class),
                Json.readDocument(Files.readString(written), JsonNode.class)))
        .isEmpty();
  }

  private static JsonNode shown(ImportedApi imported) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("issues", imported.issues());
    parts.put("api", imported.api());
    return Json.toTree(parts);
  }

  private static ImportedApi read(Path folder) throws IOException {
    return Descriptions.read(file(folder));
  }

  /** The main file of each. */
  static List<Path> files() throws IOException {
    return folders().stream().map(OpenApiGoldenTest::file).toList();
  }

  private static Path file(Path folder) {
    Path yaml = folder.resolve("openapi.yaml");
    return Files.exists(yaml) ? yaml : folder.resolve("openapi.json");
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }
}
