package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTypesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "string, 42, `\"42\"`",
        "integer, 9007199254740993, 9007199254740993",
        "number, 1.50, 1.50",
        "boolean, true, true",
        "boolean, yes, `\"yes\"`",
        "array, `[1, 2]`, `[1,2]`",
        "object, nonsense, `\"nonsense\"`"
      })
  void readsWhatPeopleWriteAsTheTypeSays(String type, String text, String json) {
    assertThat(Json.write(SchemaTypes.value(type, text))).isEqualTo(json);
  }

  @Test
  void nothingWrittenIsAbsentNotEmpty() {
    assertThat(SchemaTypes.value("string", "")).isNull();
  }

  @Test
  void seesTheTypeBesideNull() {
    assertThat(SchemaTypes.of(Json.MAPPER.readTree("{\"type\": [\"null\", \"integer\"]}")))
        .isEqualTo("integer");
  }
}
