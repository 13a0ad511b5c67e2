package io.patchbay.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.patchbay.common.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The official suite, with the differences that are known and meant. */
class JsonataSuiteTest {

  /** More than users have, so that a busy machine makes no difference. */
  private static final long MILLIS = 10_000;

  @Test
  void evaluatesTheOfficialSuiteButForKnownDifferences() throws IOException {
    assumeTrue(
        JsonataSuite.isThere(), "The official JSONata suite is not at ../shared/material/jsonata");

    var different = new TreeMap<String, String>();
    for (var each : JsonataSuite.cases()) {
      String difference = difference(each);
      if (difference != null) {
        different.put(each.name(), difference);
      }
    }

    String report =
        different.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining("\n"));
    assertThat(different.keySet()).as(report).isEqualTo(known());
  }

  private static String difference(JsonataSuite.Case each) {
    try {
      Object result = result(each);
      if (each.expectsError()) {
        return "gives " + result + " instead of an error";
      }
      if (each.expectsNothing()) {
        return Expression.ABSENT.equals(result) ? null : "gives " + result + " instead of nothing";
      }
      return isSame(each.expected(), result)
          ? null
          : "gives %s instead of %s".formatted(shown(result), each.expected());
    } catch (ExpressionException e) {
      return each.expectsError() ? null : "fails: " + e.getMessage();
    }
  }

  private static Object result(JsonataSuite.Case each) {
    var meter = new Meter(Map.of(), MILLIS);
    try {
      SourceLimits.check(each.source());
      var program = Program.parse(each.source());
      meter = program.newMeter(MILLIS);
      return program.evaluate(each.data(), each.bindings(), meter);
    } catch (RuntimeException | Error e) {
      throw ErrorMessages.of(e, each.source(), meter.position());
    }
  }

  private static String shown(Object result) {
    return Expression.ABSENT.equals(result) ? "nothing" : Json.write(result);
  }

  private static boolean isSame(JsonNode expected, Object result) {
    return !Expression.ABSENT.equals(result) && isSameTree(expected, Json.toTree(result));
  }

  private static boolean isSameTree(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      double difference = Math.abs(a.doubleValue() - b.doubleValue());
      return difference <= 1e-14 * Math.max(1, Math.abs(a.doubleValue()));
    }
    if (a.isArray() && b.isArray() && a.size() == b.size()) {
      for (int i = 0; i < a.size(); i++) {
        if (!isSameTree(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (a.isObject() && b.isObject() && a.size() == b.size()) {
      return a.properties().stream()
          .allMatch(e -> b.has(e.getKey()) && isSameTree(e.getValue(), b.get(e.getKey())));
    }
    return a.equals(b);
  }

  private static Set<String> known() throws IOException {
    try (var file =
        JsonataSuiteTest.class.getResourceAsStream("/expression/known-differences.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+", 2)[0])
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
