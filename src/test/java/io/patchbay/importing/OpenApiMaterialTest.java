package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.ApiCheck;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.testing.Material;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads descriptions of real APIs, which lie beside the repository. */
class OpenApiMaterialTest {

  @TestFactory
  Stream<DynamicTest> takesEveryOperationOfRealDescriptions() throws IOException {
    return lines()
        .map(line ->
            DynamicTest.dynamicTest(
                line.getFirst(),
                () -> {
                  ImportedApi imported = read(line.getFirst());

                  assertThat(imported.api().methods()).hasSize(Integer.parseInt(line.get(4)));
                  assertThat(problems(imported.api())).isEmpty();
                }));
  }

  static List<Problem> problems(Api api) {
    return ApiCheck.problems(api).stream()
        .filter(problem -> !(problem.where().equals("baseUrl") && api.baseUrl().isEmpty()))
        .toList();
  }

  static Stream<List<String>> lines() throws IOException {
    return Material.text("openapi/index.tsv")
        .lines()
        .skip(1)
        .map(line -> List.of(line.split("\t", -1)));
  }

  static ImportedApi read(String name) throws IOException {
    return Descriptions.read(Material.file("openapi/" + name));
  }
}
