package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SourceTextTest {

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16BE", "UTF-16LE"})
  void decodesWithAndWithoutByteOrderMark(String charset) {
    String text = "{\"name\": \"Grüße\"}";

    for (String mark : List.of("", "\uFEFF")) {
      byte[] bytes = (mark + text).getBytes(Charset.forName(charset));

      assertThat(SourceText.of(new SourceFile("a.json", bytes)).document().path("name").asString())
          .isEqualTo("Grüße");
    }
  }

  @Test
  void takesOldWindowsTextForWhatItIs() {
    byte[] bytes = "name: Gr\u00fc\u00dfe".getBytes(Charset.forName("windows-1252"));

    assertThat(SourceText.of(new SourceFile("a.yaml", bytes)).document().path("name").asString())
        .isEqualTo("Grüße");
  }

  @Test
  void saysWhatKindOfFileItIsInstead() throws IOException {
    assertRefused(zip("[Content_Types].xml", "word/document.xml"), "This is a Word document.");
    assertRefused(zip("[Content_Types].xml", "xl/workbook.xml"), "This is an Excel workbook.");
    assertRefused(zip("openapi.yaml"), "This is a zip archive; unpack it first.");
    assertRefused("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "This is a PDF document.");
    assertRefused(new byte[] {(byte) 0x1F, (byte) 0x8B, 8, 0}, "gzip");
    assertRefused(new byte[] {'a', 'b', 'c', 0, 1, 2}, "This is no text file.");
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> SourceText.of(new SourceFile("file", bytes)))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining(message);
  }

  private static byte[] zip(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void refusesWhatIsTooLargeBeforeItIsRead() {
    var file = new SourceFile("big.json", new byte[40 * 1024 * 1024]);

    assertThatThrownBy(() -> SourceText.of(file))
        .hasMessage("big.json: The file has 40 MiB; at most 32 MiB are read.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": [1, 2            | ends too early, at line 1, column 12",
        "{\"a\": \"b               | ends too early, at line 1",
        "{\"a\": 1 \"b\": 2}       | line 1, column 9",
        "a: [1, 2                  | line 1, column",
        "a: 'text                  | line 1, column",
        "a: {b: c                  | line 1, column",
      })
  void saysWhereTextBreaksOff(String text, String place) {
    assertThatThrownBy(() -> new SourceText("file", text).document())
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining(place);
  }

  @Test
  void keepsDigitsOfNumbers() {
    JsonNode json =
        new SourceText("a.json", "[9007199254740993, 0.1000, 123456789012345678901, 1e400]")
            .document();
    JsonNode yaml =
        new SourceText("a.yaml", "- 9007199254740993\n- 0.1000\n- 123456789012345678901\n- 1e400")
            .document();

    assertThat(Json.write(json))
        .isEqualTo("[9007199254740993,0.1000,123456789012345678901,1E+400]");
    assertThat(yaml).isEqualTo(json);
  }

  @Test
  void readsKeysOfYamlAsTheyAreWritten() {
    JsonNode tree =
        new SourceText("a", "200: a\non: b\nno: c\n1.10: d\n2024-01-01: e\n~: f").document();

    assertThat(List.copyOf(tree.propertyNames()))
        .containsExactly("200", "on", "no", "1.10", "2024-01-01", "~");
  }

  @Test
  void resolvesAnchorsAndMergeKeys() {
    JsonNode tree =
        new SourceText(
                "a",
                """
                base: &base { a: 1, b: 2 }
                other: &other { b: 3, c: 4 }
                one: { <<: *base, b: own }
                two: { <<: [*base, *other] }
                same: *base
                """)
            .document();

    assertThat(tree.path("one")).isEqualTo(json("{\"b\":\"own\",\"a\":1}"));
    assertThat(tree.path("two")).isEqualTo(json("{\"a\":1,\"b\":2,\"c\":4}"));
    assertThat(tree.path("same")).isEqualTo(json("{\"a\":1,\"b\":2}"));
  }

  private static JsonNode json(String text) {
    return new SourceText("a.json", text).document();
  }

  @Test
  void refusesAliasBombsWithinASecond() {
    var bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      String last = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(10, last))));
    }
    var source = new SourceText("bomb.yaml", bomb.toString());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(source::document)
                .hasMessageContaining("At line 6, column 45")
                .hasMessageContaining("unfolded to more than 1,000,000 values"));
  }

  @Test
  void refusesAliasesWithoutAnEndOrABeginning() {
    assertThatThrownBy(() -> new SourceText("a", "a: &a\n  b: *a").document())
        .hasMessageContaining("line 2, column 6")
        .hasMessageContaining("has no end");
    assertThatThrownBy(() -> new SourceText("a", "a: *nobody").document())
        .hasMessageContaining("line 1")
        .hasMessageContaining("not there before it");
  }

  @ParameterizedTest
  @CsvSource({"'{\"a\":', '}'", "'[', ']'", "'a: [', ']'", "'- ', ''", "'? ', ''", "'{a: ', '}'"})
  void refusesTenThousandFoldNesting(String open, String close) {
    String text =
        open.startsWith("a")
            ? "a: " + "[".repeat(10_000) + "]".repeat(10_000)
            : open.repeat(10_000) + "1" + close.repeat(10_000);

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> new SourceText("deep", text).document())
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("line 1"));
  }

  @Test
  void knowsWhatWasMeantAsADocument() {
    assertThat(new SourceText("content", "{\"a\": ").problem()).isPresent();
    assertThat(new SourceText("content", "# comment\n\nopenapi: 3.0.0\na: [").problem())
        .isPresent();
    assertThat(new SourceText("content", "a0: &a [b]\nb: *c").problem()).isPresent();
    assertThat(new SourceText("content", "curl -H 'a: b' https://a.example.com").problem())
        .isEmpty();
    assertThat(new SourceText("content", "Dear all: [here").problem()).isEmpty();
  }

  @Test
  void readsOnWhenAKeyStandsTwice() {
    var source =
        new SourceText(
            "a.json",
            "{\"p\": {\"/a\": {\"get\": 1},\n\"/a\": {\"put\": 2}}, \"x\": {\"y\": {\"z\": 1,\n\n\"z\": 2}}}");

    assertThat(source.document())
        .isEqualTo(json("{\"p\":{\"/a\":{\"get\":1,\"put\":2}},\"x\":{\"y\":{\"z\":2}}}"));
    assertThat(source.issues())
        .extracting(issue -> issue.where() + " " + issue.line())
        .containsExactly("p./a 2", "x.y.z 4");
  }

  @Test
  void takesCommentsAndTrailingCommasInJson() {
    assertThat(json("// made by hand\n{\"a\": [1, 2,], /* b */ }"))
        .isEqualTo(json("{\"a\":[1,2]}"));
  }

  @Test
  void saysWhatElseATextIs() {
    assertMessage("", "There is nothing in it.");
    assertMessage("<!DOCTYPE html><html>", "This is a web page");
    assertMessage("<?xml version='1.0'?><wsdl:definitions>", "WSDL");
    assertMessage("#%RAML 1.0\ntitle: x", "RAML");
    assertMessage("Dear all, here is the API.", "neither a JSON nor a YAML document");
  }

  private static void assertMessage(String text, String message) {
    assertThatThrownBy(() -> new SourceText("file", text).document()).hasMessageContaining(message);
  }

  @Test
  void findsLinesInJsonAndYaml() {
    assertLines(
        new SourceText("a.json", "{\n\"a\": {\n\"b\": [\n1,\n{\"c\":\n2}]}}"), 2, 3, 4, 5, 5);
    assertLines(new SourceText("a.yaml", "# x\na:\n  b:\n  - 1\n  - c: 2\n"), 2, 3, 4, 5, 5);
  }

  private static void assertLines(SourceText source, int... lines) {
    DocPath b = DocPath.TOP.field("a").field("b");
    List<DocPath> places =
        List.of(
            DocPath.TOP.field("a"),
            b,
            b.item(0),
            b.item(1).field("c"),
            b.item(1).field("c").field("nowhere"));

    Map<DocPath, Integer> found = source.lines(places);

    assertThat(places.stream().map(found::get))
        .containsExactly(Arrays.stream(lines).boxed().toArray(Integer[]::new));
  }
}
