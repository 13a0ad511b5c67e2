package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.InvalidException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is wrong, large or made to hurt: an answer within seconds, and a clear one. */
class HostilePasteTest {

  private static final int MANY = 5 * 1024 * 1024;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "curl 'https://h.example          | The ' that opens at line 1, column 6 is never closed",
        "curl \"https://h.example -d 'x'  | The \" that opens at line 1, column 6 is never closed",
        "curl https://h.example -d $'x    | The ' that opens at line 1, column 28 is never closed",
        "curl https://h.example -d `x     | The ` that opens at line 1, column 27 is never closed",
        "curl https://h.example -d $(x    | The ( that opens at line 1, column 28 is never closed",
        "curl https://h.example -X        | -X needs a value behind it",
        "curl https://h.example --request=GET | curl does not take --request=…",
        "curl https://h.example --nonsense | curl has no option --nonsense",
        "curl -j                          | The command has no address",
        "curl ''                          | The address is empty",
        "curl ftp://h.example/x           | An address with ftp: is no REST API",
        "curl 'https://h.example/a b'     | a space or a control character in position 20",
        "curl https://h.example/[1-       | The '[' in position 19",
        "curl https://h.example -d @f.json | The body is in the file f.json",
        "curl https://h.example --json @f  | The body is in the file f",
        "curl https://h.example -d @-      | standard input",
        "curl https://h.example -H @h.txt  | The headers are in the file h.txt",
        "curl https://h.example -b @c.txt  | The cookies are in the file c.txt",
        "curl https://h.example -K c.txt   | -K reads options from the file c.txt",
        "curl https://h.example --data-urlencode a@f | The body is in the file f",
        "curl https://h.example -F a       | -F takes name=content",
        "curl https://h.example -d a -F b=c | -d and -F cannot be given together",
        "curl –X POST https://h.example    | long dash",
        "curl https://h.example/<id>/x    | The '<' reads the file 'id'",
        "curl “https://h.example”          | typographic quotes",
        "wget https://h.example            | 'wget' is not curl",
        "hello                             | 'hello' is not curl",
      })
  void saysWhatIsWrong(String script, String message) {
    assertThatThrownBy(() -> read(script.strip()))
        .isInstanceOf(InvalidException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(message));
  }

  @Test
  void oneBadCommandLeavesTheOthers() {
    var result =
        read(
            """
            curl https://h.example/a
            curl https://h.example/b -d @file
            curl 'https://h.example/c
            curl https://h.example/d -X PUT
            """);

    assertThat(result.apis().getFirst().api().methods())
        .extracting(method -> method.verb() + " " + method.path())
        .containsExactly("GET /a", "PUT /d");
    assertThat(result.issues())
        .extracting(issue -> issue.where() + " " + issue.line())
        .containsExactly("command 3 3", "command 2 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "\"",
        "'\"",
        "\\",
        "`",
        "$(",
        "$'",
        "{",
        "(",
        "&",
        "|",
        ";",
        "<",
        "\n",
        " ",
        "#",
        "^",
        "@{",
        "${",
        "curl ",
        "curl '",
        "curl \"\n",
        "curl $(\n",
        "-d a "
      })
  void staysQuick(String piece) {
    String script = "curl https://h.example/" + piece.repeat(MANY / piece.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            var result = read(script);
            assertThat(result.apis().size()).isLessThan(10);
          } catch (InvalidException e) {
            assertThat(e.getMessage().length()).isLessThan(10_000);
          }
        });
  }

  @Test
  void readsManyCommandsUpToALimit() {
    String script =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "curl https://h.example/items/" + i + "?page=" + i)
            .collect(Collectors.joining("\n"));

    var result = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(script));

    assertThat(result.apis().getFirst().api().methods()).hasSize(1);
    assertThat(result.issues())
        .anyMatch(issue -> issue.message().contains("Only the first 5,000 commands were read"));
  }

  @Test
  void boundsSetsAndRanges() {
    var result = read("curl 'https://h.example/[1-999999999]/{a,b,c}/[1-999999]'");

    assertThat(result.apis().getFirst().api().methods().size()).isLessThanOrEqualTo(100);
  }

  @Test
  void manyOptionsStayQuick() {
    String script =
        "curl https://h.example " + "-H 'X-A: b' ".repeat(20_000) + "-F a=b ".repeat(20_000);

    var result = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(script));

    assertThat(result.apis()).hasSize(1);
  }

  @Test
  void manyAddressesStayQuick() {
    String script =
        "curl "
            + IntStream.range(0, 50_000)
                .mapToObj(i -> "h" + i + ".example")
                .collect(Collectors.joining(" "));

    var result = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(script));

    assertThat(result.apis().size()).isLessThanOrEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesDeepNesting(boolean har) {
    String deep =
        har
            ? "{\"log\":{\"version\":\"1.2\",\"entries\":"
                + "[".repeat(10_000)
                + "]".repeat(10_000)
                + "}}"
            : "{\"info\":{\"schema\":\"https://schema.getpostman.com/json/collection/v2.1.0/\"},\"item\":"
                + "[{\"name\":\"f\",\"item\":".repeat(5_000)
                + "[]"
                + "}]".repeat(5_000)
                + "}";
    SourceReader reader = har ? new HarReader() : new PostmanReader();
    var source = new SourceText("deep.json", deep);

    assertThat(reader.recognises(source)).isTrue();
    assertThatThrownBy(() -> reader.read(source, Documents.NONE))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void saysWhereATruncatedArchiveEnds() {
    var source =
        new SourceText(
            "cut.har",
            "{\"log\": {\"version\": \"1.2\",\n \"entries\": [{\"request\": {\"url\": \"ht");

    assertThat(new HarReader().recognises(source)).isTrue();
    assertThatThrownBy(() -> new HarReader().read(source, Documents.NONE))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("line 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"log\": {}}                             | 'entries' in 'log'",
        "{\"log\": {\"entries\": {}}}              | 'entries' in 'log'",
        "{\"log\": {\"entries\": []}}              | no entries",
        "{\"log\": {\"entries\": [1, {}]}}         | The entry has no request",
        "{\"log\": {\"entries\": [{\"request\": {\"url\": \"x y\"}}]}} | log.entries[0].request.url",
        "{\"method\": \"GET\", \"url\": \"\"}      | The address is empty",
        "[]                                        | no HTTP Archive",
      })
  void saysWhatIsWrongWithAnArchive(String text, String message) {
    assertThatThrownBy(
            () -> new HarReader().read(new SourceText("x.har", text.strip()), Documents.NONE))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"info\": {}, \"item\": []}              | no requests",
        "{\"info\": {}, \"item\": {}}              | list 'item'",
        "{\"info\": {}}                            | list 'item'",
        "{\"requests\": [], \"order\": []}         | version 1",
        "{\"values\": [], \"_postman_variable_scope\": \"environment\"} | environment",
        "{\"version\": 1, \"collections\": []}     | Export a single collection",
        "{\"info\": {}, \"item\": [{\"name\": \"a\", \"request\": {\"url\": \"\"}}]} | item[0].request.url",
        "{\"info\": {}, \"item\": [{\"name\": \"a\"}, 5, null]} | 'a' has no request",
      })
  void saysWhatIsWrongWithACollection(String text, String message) {
    assertThatThrownBy(
            () -> new PostmanReader().read(new SourceText("x.json", text.strip()), Documents.NONE))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining(message);
  }

  @Test
  void recognisesOnlyItsOwnKind() {
    List<SourceReader> readers = List.of(new CurlReader(), new HarReader(), new PostmanReader());
    for (String other :
        List.of(
            "openapi: 3.1.0\ninfo: {description: 'use curl -X'}\n",
            "{\"openapi\":\"3.0.0\",\"paths\":{}}",
            "{\"log\":1}",
            "plain words about curl",
            "",
            "{",
            "[1,2]",
            "<html>curl</html>")) {
      for (var reader : readers) {
        assertThat(reader.recognises(new SourceText("x", other))).as(other + reader).isFalse();
      }
    }
    for (String script :
        List.of(
            "curl h.example",
            "  $ curl h.example",
            "# first\n\ncurl h.example",
            "```bash\ncurl h.example\n```",
            "TOKEN=x\ncurl h.example",
            "PS C:\\> curl.exe h.example",
            "Invoke-RestMethod -Uri https://h.example",
            "echo x | curl -d @- h.example",
            "curl \\\n h.example")) {
      assertThat(new CurlReader().recognises(new SourceText("x", script))).as(script).isTrue();
    }
  }

  private static ImportResult read(String script) {
    return new CurlReader().read(new SourceText("pasted", script), Documents.NONE);
  }
}
