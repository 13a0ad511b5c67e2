package io.patchbay.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  private static final String SCOPE =
      """
      { "trigger": { "body": { "id": 7, "name": "Rex", "gone": null, "big": 9007199254740993,
          "price": 12.50, "tags": ["a", "b"], "none": [], "one": ["x"], "yes": true,
          "owners": [{ "name": "Ann", "pets": [1, 2] }, { "name": "Bob", "pets": [] }] } },
        "steps": { "getPet": { "status": 200, "body": { "status": "sold" } },
          "get-pet": { "status": 404 } } }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trigger.body.id",
        "trigger.body.name",
        "trigger.body.gone",
        "trigger.body.missing",
        "trigger.body.gone.deeper",
        "trigger.body.name.deeper",
        "trigger.body.tags",
        "trigger.body.none",
        "trigger.body.one",
        "trigger.body.owners.name",
        "trigger.body.owners.pets",
        "trigger.body",
        "trigger",
        "nothing",
        "nothing.at.all",
        "$.trigger.body.id",
        "$$.trigger.body.id",
        "steps.`get-pet`.status",
        "steps.'get-pet'.status",
        "'text'",
        "42",
        "-1.5",
        "true",
        "null",
        "trigger.body.id = 7",
        "trigger.body.id = 7.0",
        "trigger.body.id != 7",
        "7 = trigger.body.id",
        "trigger.body.missing = 7",
        "trigger.body.missing != 7",
        "trigger.body.gone = null",
        "trigger.body.gone != null",
        "trigger.body.missing = null",
        "trigger.body.yes = true",
        "trigger.body.price = 12.5",
        "trigger.body.price > 12",
        "trigger.body.id > 6",
        "trigger.body.id <= 7",
        "trigger.body.id >= 8",
        "trigger.body.name < 'S'",
        "trigger.body.name > 'S'",
        "trigger.body.missing > 1",
        "trigger.body.tags = 'a'",
        "trigger.body.one = 'x'",
        "trigger.body.id = '7'",
        "steps.getPet.body.status = 'sold'",
        "trigger.body.big = 9007199254740992",
        "trigger.body.id = steps.getPet.status"
      })
  void theShortWayGivesWhatTheFullEvaluationGives(String source) {
    var expression = Expression.compile(source);

    assertThat(expression.isFast()).isTrue();
    assertThat(shown(expression.evaluate(scope())))
        .isEqualTo(shown(expression.evaluateFully(scope())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"trigger.body.id > 'a'", "trigger.body > 1", "trigger.body.yes < 1"})
  void theShortWayLeavesErrorsToTheFullEvaluation(String source) {
    var expression = Expression.compile(source);

    assertThatThrownBy(() -> expression.evaluate(scope()))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("compared");
  }

  @Test
  void tellsAbsentFromNull() {
    assertThat(evaluate("trigger.body.missing")).isSameAs(Expression.ABSENT);
    assertThat(evaluate("trigger.body.gone")).isNull();
    assertThat(evaluate("$lookup(trigger.body, 'missing')")).isSameAs(Expression.ABSENT);
    assertThat(evaluate("$lookup(trigger.body, 'gone')")).isNull();
    assertThat(evaluate("[1, null, trigger.body.gone]")).isEqualTo(listOf(1, null, null));
    assertThat(evaluate("{ 'a': trigger.body.missing, 'b': trigger.body.gone }"))
        .isEqualTo(Json.readValue("{\"b\": null}"));
  }

  @Test
  void takesAbsentValuesOfTheScopeForNothing() {
    Map<String, Object> scope = Map.of("trigger", Map.of("body", Expression.ABSENT));

    assertThat(Expression.compile("trigger.body").evaluate(scope)).isSameAs(Expression.ABSENT);
    assertThat(Expression.compile("$exists(trigger.body)").evaluate(scope)).isEqualTo(false);
    assertThat(Expression.compile("$string(trigger)").evaluate(scope)).isEqualTo("{}");
  }

  @Test
  void keepsTheDigitsOfNumbersThatItOnlyPassesOn() {
    assertThat(evaluate("trigger.body.big")).isEqualTo(9007199254740993L);
    assertThat(evaluate("[trigger.body.price]")).isEqualTo(List.of(new BigDecimal("12.50")));
    assertThat(evaluate("$number('9007199254740993')")).isEqualTo(9007199254740993L);
    assertThat(evaluate("1 / 4")).isEqualTo(new BigDecimal("0.25"));
    assertThat(evaluate("3 * 2")).isEqualTo(6);
  }

  @Test
  void evaluatesFullJsonata() {
    assertThat(evaluate("trigger.body.owners[name = 'Ann'].pets[1]")).isEqualTo(2);
    assertThat(evaluate("$sum(trigger.body.owners.pets)")).isEqualTo(3);
    assertThat(evaluate("trigger.body.owners.{ 'n': $uppercase(name) }"))
        .isEqualTo(Json.readValue("[{\"n\": \"ANN\"}, {\"n\": \"BOB\"}]"));
    assertThat(evaluate("trigger.body.owners{ name: $count(pets) }"))
        .isEqualTo(Json.readValue("{\"Ann\": 2, \"Bob\": 0}"));
    assertThat(evaluate("$map([1..3], function($x) { [$x, $x * 2] })"))
        .isEqualTo(Json.readValue("[[1, 2], [2, 4], [3, 6]]"));
    assertThat(evaluate("trigger.body ~> |$|{ 'id': 8 }, ['owners', 'tags']| ~> $keys()"))
        .isEqualTo(
            Json.readValue(
                "[\"id\",\"name\",\"gone\",\"big\",\"price\",\"none\",\"one\",\"yes\"]"));
  }

  @Test
  void neverChangesTheDataThatItReads() {
    Map<String, Object> scope = Map.of("items", new ArrayList<>(), "rows", rowsWithAnEmptyOne());

    Expression.compile("items{ 'a': $ }").evaluate(scope);
    Expression.compile("rows.{ 'a': $ }").evaluate(scope);
    Expression.compile("{ 'r': rows[1] } ~> |r|{ 'x': 1 }|").evaluate(scope);

    assertThat(scope).isEqualTo(Map.of("items", List.of(), "rows", rowsWithAnEmptyOne()));
  }

  @Test
  void returnsNothingOfTheLibrary() {
    assertThatThrownBy(() -> evaluate("$uppercase"))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("function");
    assertThatThrownBy(() -> evaluate("{ 'f': function($x) { $x } }"))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("function");
    assertThatThrownBy(() -> evaluate("/a/"))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("function");
    assertThat(evaluate("[1..3]")).isExactlyInstanceOf(ArrayList.class);
    assertThat(evaluate("trigger.body.owners.name")).isExactlyInstanceOf(ArrayList.class);
  }

  @Test
  void regularExpressionsWorkInAllFunctions() {
    assertThat(evaluate("$replace('2026-11-23', /(\\d+)-(\\d+)-(\\d+)/, '$3.$2.$1')"))
        .isEqualTo("23.11.2026");
    assertThat(evaluate("$replace('a1b22', /\\d+/, function($m) { '<' & $m.match & '>' })"))
        .isEqualTo("a<1>b<22>");
    assertThat(evaluate("$split('a, b;c', /[,;] ?/)")).isEqualTo(List.of("a", "b", "c"));
    assertThat(evaluate("$match('a1b2', /[a-z](\\d)/).groups")).isEqualTo(List.of("1", "2"));
    assertThat(evaluate("$contains('Hello', /^h/i)")).isEqualTo(true);
    assertThat(evaluate("$contains('xx', /(.)\\1/)")).isEqualTo(true);
    assertThat(evaluate("('abc' ~> /b/).start")).isEqualTo(1);
    assertThat(evaluate("$filter(['ab', 'cd'], /a/)")).isEqualTo("ab");
  }

  @Test
  void nowIsTheTimeOfTheEvaluation() throws InterruptedException {
    var expression = Expression.compile("$millis()");
    long first = ((Number) expression.evaluate(Map.of())).longValue();
    Thread.sleep(20);

    long second = ((Number) expression.evaluate(Map.of())).longValue();

    assertThat(second).isGreaterThan(first);
    assertThat(Math.abs(System.currentTimeMillis() - second)).isLessThan(2_000);
  }

  @Test
  void sortsManyEqualValuesWithAFunction() {
    assertThat(
            evaluate(
                "$sort([1..200].{ 'n': $ % 3, 'i': $ }, function($a, $b) { $a.n > $b.n })[[0..2]].i"))
        .isEqualTo(List.of(3, 6, 9));
  }

  @Test
  void saysWhereAnExpressionIsWrong() {
    assertThatThrownBy(() -> Expression.compile("trigger.body.("))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.position()).isBetween(13, 15))
        .hasMessageContaining("ends too early");
    assertThatThrownBy(() -> Expression.compile("1 +\n * )")).hasMessageContaining("line 2");
    assertThatThrownBy(() -> evaluate("1 + trigger.body.name"))
        .hasMessageStartingWith("The right side of + must be a number, but is Rex (at character");
    assertThatThrownBy(() -> evaluate("$upper(trigger.body.name)"))
        .hasMessageContaining("does not exist: $upper");
    assertThatThrownBy(() -> evaluate("$error('No pet')")).hasMessageStartingWith("No pet");
  }

  @Test
  void checksWithoutThrowing() {
    assertThat(Expression.check("trigger.body.id")).isEmpty();
    assertThat(Expression.check("trigger.."))
        .get()
        .satisfies(problem -> assertThat(problem.message()).isNotBlank());
  }

  @Test
  void evaluationsOfManyThreadsDoNotSeeEachOther() throws Exception {
    var expression =
        Expression.compile(
            "$string($$.id) & '/' & $join($map(list, function($x) { $string($x) }))");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < 2_000; i++) {
        int id = i;
        Map<String, Object> scope = Map.of("id", id, "list", List.of(id, id + 1));
        calls.add(() -> (id + "/" + id + (id + 1)).equals(expression.evaluate(scope)));
      }

      for (var result : threads.invokeAll(calls)) {
        assertThat(result.get()).isTrue();
      }
    }
  }

  private static Object evaluate(String source) {
    return Expression.compile(source).evaluate(scope());
  }

  @SuppressWarnings("unchecked") // an object
  private static Map<String, Object> scope() {
    return (Map<String, Object>) Json.readValue(SCOPE);
  }

  private static List<Object> rowsWithAnEmptyOne() {
    var rows = new ArrayList<Object>();
    rows.add(new ArrayList<>());
    rows.add(new HashMap<>(Map.of("y", 2)));
    return rows;
  }

  private static List<Object> listOf(Object... values) {
    var list = new ArrayList<Object>();
    for (Object value : values) {
      list.add(value);
    }
    return list;
  }

  private static String shown(Object value) {
    return Expression.ABSENT.equals(value) ? "absent" : Json.write(value);
  }
}
