package io.patchbay.expression;

import com.dashjoin.jsonata.Jsonata;
import io.patchbay.common.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what the evaluator returns into a plain value; nothing of the library gets out. */
final class PlainResult {

  private final Meter meter;

  private PlainResult(Meter meter) {
    this.meter = meter;
  }

  static @Nullable Object of(@Nullable Object result, Meter meter) {
    if (result == null) {
      return Expression.ABSENT;
    }
    meter.checkValue(result);
    return new PlainResult(meter).plain(result, 0);
  }

  private @Nullable Object plain(@Nullable Object value, int depth) {
    if (value == null || value.equals(Jsonata.NULL_VALUE)) {
      return null;
    }
    return switch (value) {
      case String _, Boolean _ -> value;
      case Double number -> finite(number);
      case Number _ -> value;
      case DataMap data -> data.plain();
      case DataList data -> data.plain();
      case Map<?, ?> map -> copy(map, nested(depth));
      case List<?> list -> copy(list, nested(depth));
      default ->
          throw new ExpressionException(
              "The result holds a function; call it, or leave it out of the result");
    };
  }

  private Map<String, @Nullable Object> copy(Map<?, ?> map, int depth) {
    var copy = new LinkedHashMap<String, @Nullable Object>();
    for (var entry : map.entrySet()) {
      meter.tick();
      copy.put(String.valueOf(entry.getKey()), plain(entry.getValue(), depth));
    }
    return copy;
  }

  private List<@Nullable Object> copy(List<?> list, int depth) {
    var copy = new ArrayList<@Nullable Object>(list.size());
    for (Object element : list) {
      meter.tick();
      copy.add(plain(element, depth));
    }
    return copy;
  }

  private static int nested(int depth) {
    if (depth >= Json.MAX_DEPTH) {
      throw new ExpressionException(
          "The result is nested more than %d levels deep".formatted(Json.MAX_DEPTH));
    }
    return depth + 1;
  }

  private static Object finite(double number) {
    if (!Double.isFinite(number)) {
      throw new ExpressionException("The result is a number that JSON does not know: " + number);
    }
    return BigDecimal.valueOf(number);
  }
}
