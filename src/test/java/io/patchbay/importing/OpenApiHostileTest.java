package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.InvalidException;
import io.patchbay.testing.Material;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Descriptions that are broken or meant to do harm: a clear message or a result, soon. */
class OpenApiHostileTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Test
  void fetchesNothingByItself() {
    List<String> asked = new ArrayList<>();
    Documents refusing =
        (_, reference) -> {
          asked.add(reference);
          throw new InvalidException("", "'%s' may not be read.".formatted(reference));
        };
    String text =
        """
        openapi: 3.0.0
        info: { title: t, version: "1" }
        paths:
          /a:
            get:
              operationId: a
              parameters: [{ $ref: 'file:///etc/passwd' }, { $ref: 'http://169.254.169.254/latest#/x' }]
              responses: { "200": { $ref: 'http://169.254.169.254/latest#/y' } }
        """;

    ImportedApi imported = read(text, refusing);

    assertThat(asked).containsExactly("file:///etc/passwd", "http://169.254.169.254/latest");
    assertThat(imported.api().methods()).hasSize(1);
    assertThat(imported.issues())
        .extracting(ImportIssue::message)
        .contains(
            "'file:///etc/passwd' was not read: 'file:///etc/passwd' may not be read.",
            "'http://169.254.169.254/latest' was not read: 'http://169.254.169.254/latest' may not"
                + " be read. The same at one other place.");
  }

  @Test
  void followsReferencesThatGoAroundInCircles() {
    String text =
        """
        openapi: 3.0.0
        info: { title: t, version: "1" }
        paths:
          /a: { get: { operationId: a, parameters: [{ $ref: '#/components/parameters/a' }], requestBody: { $ref: '#/components/requestBodies/self' }, responses: { "200": { $ref: '#/paths/~1a/get/responses/200' } } } }
          /b: { $ref: '#/paths/~1b' }
          /c: { $ref: '#/paths/~1b/x/y' }
        components:
          parameters: { a: { $ref: '#/components/parameters/b' }, b: { $ref: '#/components/parameters/a' } }
          requestBodies: { self: { $ref: '#/components/requestBodies/self' } }
          schemas:
            a: { allOf: [{ $ref: '#/components/schemas/a' }] }
            b: { $ref: '#/components/schemas/c/properties/x' }
            c: { $ref: '#/components/schemas/b/properties/x' }
            d: { $ref: '#' }
        """;

    assertThat(soon(() -> read(text, Documents.NONE)).api().methods()).hasSize(1);
  }

  @Test
  void readsAHundredThousandPaths() {
    var text = new StringBuilder("{\"openapi\":\"3.0.0\",\"info\":{\"title\":\"t\"},\"paths\":{");
    for (int i = 0; i < 100_000; i++) {
      text.append(i == 0 ? "" : ",").append("\"/p").append(i).append("/things/{id}\":{\"get\":{}}");
    }
    text.append("}}");

    ImportedApi imported = soon(() -> read(text.toString(), Documents.NONE));

    assertThat(imported.api().methods()).hasSize(100_000);
    assertThat(imported.issues()).hasSizeLessThan(2_100);
  }

  @Test
  void readsDescriptionsWhoseSchemasReferToEachOtherInEveryWay() {
    var text =
        new StringBuilder(
            "openapi: 3.1.0\ninfo: { title: t }\npaths: {}\ncomponents:\n  schemas:\n");
    for (int i = 0; i < 300; i++) {
      text.append("    s").append(i).append(":\n      oneOf:\n");
      for (int j = 0; j < 300; j++) {
        text.append("      - $ref: '#/components/schemas/s").append(j).append("'\n");
      }
    }

    assertThat(soon(() -> read(text.toString(), Documents.NONE)).api().schemas()).hasSize(300);
  }

  @Test
  void cutsHugeDescriptions() {
    String huge = "word ".repeat(100_000);
    String text =
        "{'openapi':'3.1.0','info':{'title':'t','description':'%s'},'paths':{'/a':{'get':{'description':'%s'}}}}"
            .formatted(huge, huge)
            .replace('\'', '"');

    ImportedApi imported = read(text, Documents.NONE);

    assertThat(imported.api().description()).hasSize(100_000).endsWith("…");
    assertThat(imported.api().methods().getFirst().description()).hasSize(20_000).endsWith("…");
    assertThat(imported.issues())
        .extracting(ImportIssue::message)
        .contains(
            "A text of more than 20,000 characters was cut there.",
            "A text of more than 100,000 characters was cut there.");
  }

  @Test
  void refusesWhatIsNoDescription() {
    assertRefused("a: 1", "no field 'openapi'");
    assertRefused("openapi: 4.0.0\npaths: {}", "version '4.0.0'");
    assertRefused("swaggerVersion: '1.2'", "Swagger 1.2");
    assertRefused("asyncapi: 3.0.0", "AsyncAPI");
    assertRefused("paths: {}", "import the main file");
    assertRefused("{\"openapi\": \"3.0.0\", \"paths\": {\"/a\":", "ends too early, at line 1");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> read(text, Documents.NONE))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining(message);
  }

  /**
   * Texts that break off or have a wrong character somewhere: a result, or a message with a place.
   */
  @TestFactory
  Stream<DynamicTest> survivesAnyCharacterAtAnyPlace() throws Exception {
    return OpenApiGoldenTest.files().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getParent().getFileName().toString(),
                () -> {
                  String text = Files.readString(file);
                  var random = new Random(text.hashCode());
                  for (int round = 0; round < 100; round++) {
                    assertReadOrRefused(file.getFileName().toString(), damaged(text, random));
                  }
                }));
  }

  private static void assertReadOrRefused(String name, String text) {
    try {
      var source = new SourceText(name, text);
      var read = new OpenApiReader().read(source, Documents.NONE).apis().getFirst();

      assertThat(OpenApiMaterialTest.problems(read.api())).isEmpty();
    } catch (InvalidException e) {
      assertThat(e.problems().getFirst().message())
          .matches("(?s).*(line|'openapi'|version|text|nothing|JSON).*");
    }
  }

  private static String damaged(String text, Random random) {
    int at = random.nextInt(text.length());
    String odd = "{}[]:,&*!|>'\"%@`#\t\0\u0007\uFEFF\uD800é\\-? \n";
    char character = odd.charAt(random.nextInt(odd.length()));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + character + text.substring(at);
      default -> text.substring(0, at) + character + text.substring(at + 1);
    };
  }

  @Test
  void readsNamesThatBecomeTheSameWithoutDelay() {
    var text =
        new StringBuilder(
            "{\"openapi\":\"3.0.0\",\"info\":{},\"paths\":{},\"components\":{\"schemas\":{");
    for (int i = 0; i < 100_000; i++) {
      text.append(i == 0 ? "" : ",")
          .append("\"a")
          .append(" ".repeat(i % 300))
          .append("!".repeat(i / 300))
          .append("\":{}");
    }
    text.append("}}}");

    assertThat(soon(() -> read(text.toString(), Documents.NONE)).api().schemas()).hasSize(100_000);
  }

  @Test
  void findsItsWayThroughReferencesThatMultiply() {
    var text =
        new StringBuilder(
            "openapi: 3.0.0\ninfo: { title: t }\npaths: {}\ncomponents:\n  schemas:\n");
    for (int i = 0; i < 90; i++) {
      text.append("    n%d: { $ref: '#/components/schemas/n%d/a/a/a' }\n".formatted(i, i + 1));
    }
    text.append("    n90: { a: { $ref: '#/components/schemas/n1/a' } }\n");

    assertThat(soon(() -> read(text.toString(), Documents.NONE)).api().schemas()).hasSize(91);
  }

  /** Values at random places of real descriptions become something else. */
  @TestFactory
  Stream<DynamicTest> survivesAnyValueAtAnyPlace() throws Exception {
    return OpenApiMaterialTest.lines()
        .map(List::getFirst)
        .filter(name -> !name.contains("/"))
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () -> {
                  var random = new Random(name.hashCode());
                  JsonNode tree = Descriptions.source(Material.file("openapi/" + name)).document();
                  for (int round = 0; round < 2; round++) {
                    JsonNode changed = tree.deepCopy();
                    for (int i = 0; i < 300; i++) {
                      change(changed, random);
                    }
                    restore((ObjectNode) changed, (ObjectNode) tree);
                    ImportedApi imported = read(changed.toString(), Documents.NONE);

                    assertThat(OpenApiMaterialTest.problems(imported.api())).isEmpty();
                    OpenApiWriterTest.assertGivesBack(imported.api());
                  }
                }));
  }

  private static void restore(ObjectNode changed, ObjectNode tree) {
    for (String word : List.of("openapi", "swagger")) {
      if (tree.has(word)) {
        changed.set(word, tree.get(word));
      }
    }
  }

  /** Walks down at random, and changes what it comes to. */
  private static void change(JsonNode top, Random random) {
    JsonNode at = top;
    for (int depth = 1 + random.nextInt(12); ; depth--) {
      if (at instanceof ObjectNode object && !object.isEmpty()) {
        List<String> names = List.copyOf(object.propertyNames());
        String name = names.get(random.nextInt(names.size()));
        if (depth <= 0 || !object.get(name).isContainer() || object.get(name).isEmpty()) {
          object.set(name, anything(random));
          return;
        }
        at = object.get(name);
      } else if (at instanceof ArrayNode list && !list.isEmpty()) {
        int index = random.nextInt(list.size());
        if (depth <= 0 || !list.get(index).isContainer() || list.get(index).isEmpty()) {
          list.set(index, anything(random));
          return;
        }
        at = list.get(index);
      } else {
        return;
      }
    }
  }

  private static JsonNode anything(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.stringNode("");
      case 2 -> NODES.stringNode("text {x} ?a=b#c «");
      case 3 -> NODES.numberNode(-1);
      case 4 -> NODES.booleanNode(random.nextBoolean());
      case 5 -> NODES.arrayNode();
      case 6 -> NODES.arrayNode().add(NODES.nullNode()).add("a").add(1).add(NODES.objectNode());
      case 7 -> NODES.objectNode();
      case 8 -> NODES.objectNode().put("$ref", "#/components/schemas/Nowhere");
      default -> NODES.objectNode().put("$ref", "#").put("a", 1).set("b", NODES.arrayNode());
    };
  }

  private static ImportedApi read(String text, Documents others) {
    return new OpenApiReader().read(new SourceText("test", text), others).apis().getFirst();
  }

  private static <T> T soon(Supplier<T> work) {
    return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), work::get);
  }
}
