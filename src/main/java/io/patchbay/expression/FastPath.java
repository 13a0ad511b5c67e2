package io.patchbay.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The simplest expressions, which most are: paths, literals and comparisons of them. They are
 * evaluated here, on the calling thread, exactly as JSONata would.
 */
sealed interface FastPath {

  /** The result of a case that is left to the full evaluation. */
  Object UNDECIDED = new Object();

  /** A plain value, {@link Expression#ABSENT}, or {@link #UNDECIDED}. */
  @Nullable Object evaluate(Map<String, @Nullable Object> scope);

  /** A value that stands in the source. */
  record Literal(@Nullable Object value) implements FastPath {

    @Override
    public @Nullable Object evaluate(Map<String, @Nullable Object> scope) {
      return value;
    }
  }

  /** Names from the root on; a list on the way is mapped over, which is left to JSONata. */
  record Path(List<String> names) implements FastPath {

    @Override
    public @Nullable Object evaluate(Map<String, @Nullable Object> scope) {
      Object value = scope;
      for (String name : names) {
        if (value instanceof List<?>) {
          return UNDECIDED;
        }
        if (!(value instanceof Map<?, ?> map)) {
          return Expression.ABSENT;
        }
        value = map.get(name);
        if (value == null && !map.containsKey(name)) {
          return Expression.ABSENT;
        }
      }
      return value;
    }
  }

  /** A comparison of two simple values. */
  record Comparison(FastPath left, String operator, FastPath right) implements FastPath {

    @Override
    public @Nullable Object evaluate(Map<String, @Nullable Object> scope) {
      Object a = left.evaluate(scope);
      Object b = right.evaluate(scope);
      if (!isSimple(a) || !isSimple(b)) {
        return UNDECIDED;
      }
      return switch (operator) {
        case "=" -> areBothThere(a, b) && areEqual(a, b);
        case "!=" -> areBothThere(a, b) && !areEqual(a, b);
        default -> order(a, b);
      };
    }

    private static boolean isSimple(@Nullable Object value) {
      return value == null
          || value instanceof String
          || value instanceof Number
          || value instanceof Boolean
          || value.equals(Expression.ABSENT);
    }

    private static boolean areBothThere(@Nullable Object a, @Nullable Object b) {
      return !Expression.ABSENT.equals(a) && !Expression.ABSENT.equals(b);
    }

    private static boolean areEqual(@Nullable Object a, @Nullable Object b) {
      if (a instanceof Number x && b instanceof Number y) {
        return Double.compare(x.doubleValue(), y.doubleValue()) == 0;
      }
      return a == null ? b == null : a.equals(b);
    }

    private Object order(@Nullable Object a, @Nullable Object b) {
      if (a instanceof String x && b instanceof String y) {
        return isOrdered(x.compareTo(y));
      }
      if (a instanceof Integer x && b instanceof Integer y) {
        return isOrdered(x.compareTo(y));
      }
      return UNDECIDED;
    }

    private boolean isOrdered(int compared) {
      return switch (operator) {
        case "<" -> compared < 0;
        case "<=" -> compared <= 0;
        case ">" -> compared > 0;
        default -> compared >= 0;
      };
    }
  }
}
