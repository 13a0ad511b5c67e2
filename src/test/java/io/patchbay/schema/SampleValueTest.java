package io.patchbay.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SampleValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"type\":\"string\",\"example\":\"Rex\",\"default\":\"x\"} | \"Rex\"",
        "{\"type\":\"string\",\"examples\":[\"Rex\"]}                | \"Rex\"",
        "{\"type\":\"integer\",\"default\":5,\"enum\":[1,5]}         | 5",
        "{\"enum\":[\"a\",\"b\"]}                                    | \"a\"",
        "{\"const\":true}                                            | true",
        "{\"type\":\"string\",\"format\":\"date-time\"}              | \"2026-01-31T12:00:00Z\"",
        "{\"type\":\"string\",\"minLength\":6}                       | \"textxx\"",
        "{\"type\":\"string\",\"maxLength\":2}                       | \"te\"",
        "{\"type\":\"integer\",\"minimum\":10}                       | 10",
        "{\"type\":\"integer\",\"exclusiveMinimum\":10}              | 11",
        "{\"type\":\"number\",\"maximum\":1}                         | 1",
        "{\"type\":\"integer\",\"minimum\":1E999999999}              | 1",
        "{\"type\":\"array\",\"items\":{\"type\":\"boolean\"}}       | [true]",
        "{\"type\":[\"string\",\"null\"]}                            | \"text\"",
        "{\"anyOf\":[{\"type\":\"null\"},{\"type\":\"integer\"}]}    | 1",
        "{\"properties\":{\"a\":{\"type\":\"integer\"},\"b\":{}}}    | {\"a\":1,\"b\":null}",
        "{}                                                          | null",
      })
  void makesAPlausibleValue(String schema, String sample) {
    assertThat(SampleValue.of(Json.MAPPER.readTree(schema), _ -> null).toString())
        .isEqualTo(sample);
  }

  @Test
  void endsInCyclesAndFitsItsSchema() {
    for (String name : new String[] {"Pet", "Dog", "Person", "Nest", "Loop"}) {
      JsonNode schema = SchemaFieldsTest.reference(name);

      JsonNode sample = SampleValue.of(schema, SchemaFieldsTest::resolve);

      if (!name.equals("Loop")) {
        assertThat(SchemaFit.problems(Json.toValue(sample), schema, SchemaFieldsTest::resolve))
            .as(name + " " + sample)
            .isEmpty();
      }
    }
  }
}
