package io.patchbay.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile expressions and data end soon, with a message, and leave the server as it was. */
class ExpressionLimitsTest {

  private static final String A = "a".repeat(40);

  @ParameterizedTest
  @ValueSource(
      strings = {
        // endless
        "($f := function($x) { $f($x) }; $f(1))",
        "($f := function($x) { 1 + $f($x) }; $f(1))",
        "[1, ($f := function($x) { $f($x) }; $f(1))]",
        "($double := function($s, $n) { $n = 0 ? $s : $double($s & $s, $n - 1) }; $double('x', 99))",
        // functions that grow
        "$pad('x', 5000001)",
        "$pad('x', 2000000000)",
        "$pad('x', -2000000000, 'ab')",
        "$join($map([1..100000], function($i) { $pad('x', 1000) }))",
        "$map([1..1000000], $pad(?, 1000000))",
        "$replace($pad('a', 100000, 'a'), 'a', $pad('b', 1000, 'b'))",
        "$replace($pad('a', 100000, 'a'), /a/, $pad('b', 1000, 'b'))",
        "$length($string([1..1000].[$pad('x', 100000)]))",
        "($b := $pad('x', 1000000); $map([1..1000000].$b, $uppercase))",
        "'' & [1..1000].[$pad('x', 100000)]",
        "$round(1, 2000000000)",
        "$round(1, -2000000000)",
        "$formatInteger(2000000000, 'I')",
        "$fromMillis(0, '[Y,2000000000]')",
        "$formatNumber(1, $pad('0', 1000000, '0'))",
        "$toMillis($pad('1', 5000, '1'), '[f][f][f][f]')",
        // ranges and lists
        "[1..9999999]",
        "[1..1000001]",
        "[1..1000].[1..100000]",
        "($l := [1..100000]; [1..1000].$l)",
        "$reduce([1..40], function($a, $i) { [$a, $a] }, [1])",
        "($a := $reduce([1..40], function($a, $i) { {'x': $a, 'y': $a} }, {}); $a = $a)",
        "($l := [1..3000]; $zip($l, $l).($x := $; $l.[$x]))",
        "$reduce([1..40], function($a, $i) { {'x': $a, 'y': $a} }, {}).**",
        "$reduce([1..100000], function($a, $i) { [[$a]] }, [])",
        // regular expressions that back-track for ever
        "$match($pad('a', 40, 'a'), /^(.*a){25}x\\1$/)",
        "$contains($pad('a', 40, 'a'), /^(a|aa)+\\1x$/)",
        "$replace($pad('a', 40, 'a'), /^(?=x|a)(.*a){25}x$/, 'b')",
        "$split($pad('a', 40, 'a'), /(?=(.*a){25}x)y/)",
        "$pad('a', 40, 'a') ~> /^(a|aa)+\\1x$/",
        // switching the meter off
        "($__evaluate_entry := 1; 1)",
        "(function($__evaluate_exit) { 1 })()",
        "items@$__evaluate_entry.x",
        "items#$__evaluate_entry.x",
        // others
        "$eval('1')",
        "(function($a)<x+x+x+x+x+x:n> { 1 })(1, 2, 3)"
      })
  void stopsWithAMessageInTime(String source) {
    long start = System.nanoTime();

    assertThatThrownBy(() -> Expression.compile(source).evaluate(Map.of("items", List.of(1))))
        .isInstanceOf(ExpressionException.class)
        .message()
        .isNotBlank()
        .doesNotContain("Exception");

    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(6_000);
    assertThat(Expression.compile("1 + 1").evaluate(Map.of())).isEqualTo(2);
  }

  @Test
  void linearExpressionsAreFastOnTextsThatHurtOthers() {
    assertThat(
            Expression.compile("$contains(t, /^(.*a){12}x$/) or $contains(t, /^(a+)+$/)")
                .evaluate(Map.of("t", A + "b")))
        .isEqualTo(false);
  }

  @Test
  void countedRepetitionsDoNotGrowWhenCompiled() {
    assertThat(Expression.compile("$contains(t, /((a{100}){100}){100}/)").evaluate(Map.of("t", A)))
        .isEqualTo(false);
  }

  @Test
  void refusesSourcesThatAreDearToParse() {
    assertRefused("(".repeat(5_000) + "1" + ")".repeat(5_000), "nested");
    assertRefused("[".repeat(200) + "]".repeat(200), "nested");
    assertRefused("-".repeat(10_000) + "a", null);
    assertRefused("1" + "+1".repeat(5_100), null);
    assertRefused("'" + "x".repeat(20_000) + "'", "longer");
    assertRefused("(".repeat(40) + "a" + " ?? b)".repeat(40), "nested");
    assertRefused("(".repeat(40) + "a" + " ?: b)".repeat(40), "nested");
    assertRefused("/" + "(".repeat(3_000) + ")".repeat(3_000) + "/", null);
    assertRefused(" ", "empty");
    assertRefused("/* open", null);
    assertRefused("\"\\u12", null);
  }

  @Test
  void takesManyDefaultsSideBySide() {
    var fields = new StringBuilder("{ 'f': 1");
    for (int i = 0; i < 60; i++) {
      fields.append(", 'f%d': steps.a.b%d ?? (vars.c ?? 'none')".formatted(i, i));
    }

    var value = Expression.compile(fields + " }").evaluate(Map.of("vars", Map.of("c", "C")));

    assertThat(value)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .hasSize(61)
        .containsEntry("f59", "C");
  }

  @Test
  void hugeNumbersOfTheDataDoNoHarm() {
    Map<String, Object> scope = Map.of("n", new BigDecimal("1E+999999999"));

    assertThatThrownBy(() -> Expression.compile("$round(n)").evaluate(scope))
        .isInstanceOf(ExpressionException.class);
    assertThatThrownBy(() -> Expression.compile("$formatNumber(n, '#')").evaluate(scope))
        .isInstanceOf(ExpressionException.class);
    assertThat(Template.ofText("n = {{ n }}").evaluate(scope)).isEqualTo("n = 1E+999999999");
  }

  @Test
  void longButHarmlessWorkGoesThrough() {
    assertThat(
            Expression.compile("$sum($map([1..20000], function($x) { $x % 2 }))")
                .evaluate(Map.of()))
        .isEqualTo(10_000);
    assertThat(Expression.compile("$count([1..1000000])").evaluate(Map.of())).isEqualTo(1_000_000);
    assertThat(
            Expression.compile("($f := function($n) { $n = 0 ? 0 : 1 + $f($n - 1) }; $f(200))")
                .evaluate(Map.of()))
        .isEqualTo(200);
    assertThat(
            Expression.compile("$map([1..2000], function($x) { [$x, 1, 2] })").evaluate(Map.of()))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(2_000);
  }

  @Test
  void foreignObjectsOfTheScopeAreRefused() {
    var scope = new HashMap<String, Object>(Map.of("x", new StringBuilder()));

    assertThatThrownBy(() -> Expression.compile("$string(x)").evaluate(scope))
        .isInstanceOf(ExpressionException.class);
  }

  @Test
  void aStuckThreadIsReplacedAndComesBack() throws InterruptedException {
    var threads = new EvaluationThreads(1);
    var gate = new CountDownLatch(1);
    var told = new CountDownLatch(1);

    assertThatThrownBy(() -> threads.call(() -> await(gate), 50, told::countDown))
        .isInstanceOf(ExpressionException.class);

    assertThat(threads.stuck()).isEqualTo(1);
    assertThat(told.getCount()).isZero();
    assertThat(threads.call(() -> "next", 1_000, () -> {})).isEqualTo("next");
    gate.countDown();
    for (int i = 0; threads.stuck() > 0 && i < 100; i++) {
      Thread.sleep(10);
    }
    assertThat(threads.stuck()).isZero();
    assertThat(threads.call(() -> "last", 1_000, () -> {})).isEqualTo("last");
  }

  private static String await(CountDownLatch gate) throws InterruptedException {
    gate.await();
    return "late";
  }

  private static void assertRefused(String source, String part) {
    assertThatThrownBy(() -> Expression.compile(source).evaluate(Map.of()))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(part == null ? "" : part);
  }
}
