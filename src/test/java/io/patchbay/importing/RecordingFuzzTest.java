package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiCheck;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.testing.Material;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Archives and collections with values of the wrong kind in any place. */
class RecordingFuzzTest {

  private static final String VALUES =
      "[null, 1, -5, 1e400, true, \"\", \" \", \"x\", \"{{\", \"{{a}}/{b\", \"http://\", \"a\\nb\", [], {}, [[]], [null], {\"key\": null}, {\"a\": {\"b\": []}}]";

  @ParameterizedTest
  @CsvSource({"importing/browser.har, true", "importing/shop.postman.json, false"})
  void readsOrRefusesAnything(String file, boolean archive) throws IOException {
    String text = Material.resource(file);
    JsonNode values = Json.MAPPER.readTree(VALUES);
    SourceReader reader = archive ? new HarReader() : new PostmanReader();
    var random = new Random(11);
    for (int i = 0; i < 400; i++) {
      JsonNode tree = Json.MAPPER.readTree(text);
      for (int change = 0; change <= random.nextInt(5); change++) {
        spoil(tree, values.get(random.nextInt(values.size())).deepCopy(), random);
      }
      var source = new SourceText("x.json", tree.toString());
      try {
        reader.recognises(source);
        for (var imported : reader.read(source, Documents.NONE).apis()) {
          assertThat(ApiCheck.problems(imported.api())).as(tree.toString()).isEmpty();
        }
      } catch (InvalidException e) {
        assertThat(e.getMessage()).isNotBlank();
      } catch (RuntimeException e) {
        throw new AssertionError(tree.toString(), e);
      }
    }
  }

  private static void spoil(JsonNode tree, JsonNode value, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(tree, containers);
    switch (containers.get(random.nextInt(containers.size()))) {
      case ObjectNode object when !object.isEmpty() -> {
        List<String> names = List.copyOf(object.propertyNames());
        object.set(names.get(random.nextInt(names.size())), value);
      }
      case ArrayNode array when !array.isEmpty() -> array.set(random.nextInt(array.size()), value);
      default -> {}
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainer()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }
}
