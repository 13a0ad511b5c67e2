package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownSourceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"asyncapi": "2.0.0"}                         | AsyncAPI
          {"swaggerVersion": "1.2"}                     | Swagger 1.2
          {"_postman_variable_scope": "environment"}    | Postman environment
          {"format": "patchbay/flow@1"}                 | patchbay/flow@1
          {"paths": {}}                                 | has paths, but no field 'openapi'
          {"properties": {}}                            | schemas only
          [1, 2]                                        | a list of 2 things
          {"a": 1, "b": 2}                              | 'a', 'b'
          syntax = "proto3";                            | Protocol Buffers
          Dear all                                      | nothing is recognised
          """)
  void namesWhatItLooksLike(String text, String expected) {
    assertThat(sentence("source", text)).contains(expected);
  }

  @Test
  void saysWhereADocumentBreaksOff() {
    assertThat(sentence("cut.json", "{\n  \"openapi\": \"3.0.0\",\n  \"info\": {\"tit"))
        .contains("line 3");
  }

  @Test
  void saysThatADocumentIsNestedTooDeeply() {
    String deep =
        "{\"openapi\": \"3.0.0\", \"x\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertThat(sentence("deep.json", deep)).containsIgnoringCase("nest");
  }

  @Test
  void saysThatAliasesAreTooMany() {
    var bomb = new StringBuilder("openapi: 3.0.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]%n".formatted(i, i, (before + ", ").repeat(9) + before));
    }
    assertThat(sentence("bomb.yaml", bomb.toString())).containsIgnoringCase("alias");
  }

  private static String sentence(String name, String text) {
    return UnknownSource.sentence(new SourceText(name, text));
  }
}
