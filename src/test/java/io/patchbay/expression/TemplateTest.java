package io.patchbay.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.Json;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  private static final Map<String, Object> SCOPE =
      Map.of(
          "id",
          7,
          "name",
          "Rex",
          "price",
          new BigDecimal("1E+3"),
          "tags",
          List.of("a", "b"),
          "pet",
          Map.of("name", "Rex"));

  @Test
  void oneExpressionKeepsItsType() {
    assertThat(text("{{ id }}")).isEqualTo(7);
    assertThat(text("  {{ tags }}\n")).isEqualTo(List.of("a", "b"));
    assertThat(text("{{id = 7}}")).isEqualTo(true);
    assertThat(text("{{ nothing }}")).isSameAs(Expression.ABSENT);
  }

  @Test
  void expressionsWithinATextAreWrittenOut() {
    assertThat(text("Pet {{ id }}: {{ name }}!")).isEqualTo("Pet 7: Rex!");
    assertThat(text("{{ id }}{{ name }}")).isEqualTo("7Rex");
    assertThat(text("{{ pet }} {{ tags }}")).isEqualTo("{\"name\":\"Rex\"} [\"a\",\"b\"]");
    assertThat(text("[{{ nothing }}|{{ null }}]")).isEqualTo("[|]");
    assertThat(text("{{ price }} EUR, {{ 1 / 4 }}, {{ true }}")).isEqualTo("1000 EUR, 0.25, true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{{ { 'a': {'b': 1} } }}      | {\"a\":{\"b\":1}}",
        "{{ {'a': {'b': 1}}}}         | {\"a\":{\"b\":1}}",
        "{{ \"}}\" }}                 | \"}}\"",
        "{{ '}} {{' & \"\\\"}}\" }}   | \"}} {{\\\"}}\"",
        "{{ /* }} */ 1 }}             | 1",
        "{{ $replace('a}}b', /\\}\\}/, '-') }} | \"a-b\"",
        "{{ 6 / 2 / 3 }}              | 1",
        "{{ `}}` }}!                  | \"!\"",
        "x{{ '{{' }}y                 | \"x{{y\"",
        "{ not } one }}               | \"{ not } one }}\"",
      })
  void bracesOfExpressionsAndTextsAreTold(String template, String expected) {
    assertThat(Json.write(text(template))).isEqualTo(expected);
  }

  @Test
  void absentValuesDropTheirFieldOrElement() {
    var template =
        Template.compile(
            Json.MAPPER.readTree(
                """
                { "a": "{{ nothing }}", "b": "{{ null }}", "c": ["{{ nothing }}", "{{ id }}", 2],
                  "d": { "e": "x{{ nothing }}" }, "f": null }
                """));

    assertThat(template.evaluate(SCOPE))
        .isEqualTo(Json.readValue("{\"b\":null,\"c\":[7,2],\"d\":{\"e\":\"x\"},\"f\":null}"));
  }

  @Test
  void constantsAreMadeOnceAndCannotBeChanged() {
    var template = Template.compile(Json.MAPPER.readTree("{\"a\":[1,{\"b\":2.50}],\"c\":\"x\"}"));

    assertThat(template.isConstant()).isTrue();
    assertThat(template.evaluate(Map.of())).isSameAs(template.evaluate(Map.of()));
    assertThat(Json.write(template.evaluate(Map.of())))
        .isEqualTo("{\"a\":[1,{\"b\":2.50}],\"c\":\"x\"}");
    assertThatThrownBy(() -> ((Map<?, ?>) template.evaluate(Map.of())).clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(Template.ofText("{{ 1 }}").isConstant()).isFalse();
  }

  @Test
  void messagesNameThePlace() {
    var tree = Json.MAPPER.readTree("{\"items\":[1,2,{\"name\":\"{{ 1 + }}\"}]}");

    assertThatThrownBy(() -> Template.compile(tree))
        .isInstanceOf(ExpressionException.class)
        .hasMessageStartingWith("items[2].name: ");
    assertThatThrownBy(() -> text("{\"a\": \"{{ name"))
        .hasMessage("The braces {{ at character 8 are not closed by }}");
    assertThatThrownBy(() ->
            Template.compile(Json.MAPPER.readTree("{\"a\":{\"b\":\"{{ 1 + name }}\"}}"))
                .evaluate(SCOPE))
        .hasMessageStartingWith("a.b: The right side of +");
  }

  @Test
  void collectsTheReferencesOfAllExpressions() {
    var template =
        Template.compile(
            Json.MAPPER.readTree(
                "{\"a\":\"{{ steps.x.body.id }} of {{ trigger.body.n }}\",\"b\":[\"{{ vars.v }}\"]}"));

    assertThat(template.references())
        .extracting(Reference::toString)
        .containsExactly("steps.x.body.id", "trigger.body.n", "vars.v");
  }

  @Test
  void nullsOfTheScopeAreWrittenAsNothing() {
    var scope = new HashMap<String, Object>(Collections.singletonMap("n", null));

    assertThat(Template.ofText("<{{ n }}>").evaluate(scope)).isEqualTo("<>");
    assertThat(Template.ofText("{{ n }}").evaluate(scope)).isNull();
  }

  private static Object text(String template) {
    return Template.ofText(template).evaluate(SCOPE);
  }
}
