package io.patchbay.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SchemaFitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "-",
      value = {
        "{\"type\":\"integer\"} | \"a\" | Text given, a whole number is needed",
        "{\"type\":\"integer\"} | 1.5 | A number given, a whole number is needed",
        "{\"type\":\"integer\"} | 12345678901234567890 | -",
        "{\"type\":[\"string\",\"null\"]} | 1 | A whole number given, text or nothing (null) is needed",
        "{\"required\":[\"a\"]} | {} | The field 'a' is missing",
        "{\"properties\":{\"a\":{\"items\":{\"type\":\"string\"}}}} | {\"a\":[\"x\",1]} | a[1]: A whole number given, text is needed",
        "{\"additionalProperties\":false} | {\"b\":1} | The field 'b' is not known here",
        "{\"enum\":[\"a\",\"b\"]} | \"c\" | Must be one of a, b",
        "{\"minimum\":3} | 2 | Must be 3 or more",
        "{\"maxLength\":2} | \"abc\" | Must have at most 2 characters",
        "{\"pattern\":\"^a+$\"} | \"b\" | Must match the pattern ^a+$",
        "{\"format\":\"date-time\"} | \"soon\" | Must be written as date-time",
        "{\"type\":\"string\",\"nullable\":true} | null | -",
        "{\"minimum\":3,\"exclusiveMinimum\":true} | 3 | Must be more than 3",
        "{\"type\":\"string\",\"required\":true} | \"x\" | -",
        "true | 1 | -"
      })
  void saysWhatIsWrong(String schema, String value, String problem) {
    var problems =
        SchemaFit.problems(Json.readValue(value), Json.MAPPER.readTree(schema), _ -> null);

    if (problem == null) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).containsExactly(problem);
    }
  }

  @Test
  void followsReferencesByTheResolverAlone() {
    var asked = new AtomicInteger();
    JsonNode schema =
        Json.MAPPER.readTree(
            """
            { "$id": "http://127.0.0.1:1/x", "$schema": "http://127.0.0.1:1/meta",
              "properties": { "pet": { "$ref": "#/schemas/Pet" },
                "far": { "$ref": "http://127.0.0.1:1/far.json#/a" },
                "file": { "$ref": "file:///etc/passwd" } } }
            """);

    var problems =
        SchemaFit.problems(
            Json.readValue("{\"pet\":{\"id\":\"x\"},\"far\":1,\"file\":2}"),
            schema,
            reference -> {
              asked.incrementAndGet();
              return reference.startsWith("#/") ? SchemaFieldsTest.resolve(reference) : null;
            });

    assertThat(problems).containsExactly("pet.id: Text given, a whole number is needed");
    assertThat(asked.get()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void patternsOfHostileSchemasEnd() {
    String text = "\"" + "a".repeat(5_000) + "b\"";

    for (String pattern :
        new String[] {"^(a+)+$", "^(.*a){25}$", "((a{900}){900}){900}", "(.)\\\\1"}) {
      long start = System.nanoTime();
      SchemaFit.problems(
          Json.readValue(text),
          Json.MAPPER.readTree("{\"pattern\":\"" + pattern + "\"}"),
          _ -> null);
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3_000);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "-",
      value = {
        "{\"type\":\"string\"} | {\"type\":\"integer\"} | DOES_NOT_FIT | Text given, a whole number is needed",
        "{\"type\":\"integer\"} | {\"type\":\"number\"} | FITS | -",
        "{\"type\":\"number\"} | {\"type\":\"integer\"} | MAY_FIT | A number given, a whole number is needed",
        "{\"type\":[\"string\",\"null\"]} | {\"type\":\"string\"} | MAY_FIT | Text or nothing (null) given, text is needed",
        "{} | {\"type\":\"string\"} | FITS | -",
        "{\"properties\":{\"a\":{}}} | {\"required\":[\"b\"],\"properties\":{\"b\":{}}} | MAY_FIT | The field 'b' is needed"
      })
  void comparesSchemas(String given, String wanted, Fit.Level level, String reason) {
    var fit = SchemaFit.check(Json.MAPPER.readTree(given), Json.MAPPER.readTree(wanted), _ -> null);

    assertThat(fit).isEqualTo(new Fit(level, reason == null ? "" : reason));
  }
}
