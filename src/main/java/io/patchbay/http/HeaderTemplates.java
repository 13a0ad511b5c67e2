package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.expression.Expression;
import io.patchbay.expression.ExpressionException;
import io.patchbay.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers whose values may hold expressions, compiled once. */
final class HeaderTemplates {

  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param origin where they come from, as in {@link SentRequest.Header}
   * @throws CallRefused when a value does not compile
   */
  HeaderTemplates add(Map<String, String> headers, String origin) {
    headers.forEach((name, value) -> {
      try {
        entries.add(new Entry(name, Template.ofText(value), origin));
      } catch (ExpressionException e) {
        throw refused(name, e);
      }
    });
    return this;
  }

  /** The headers with these on top; one without a value is not sent. */
  HeaderLines over(HeaderLines below, Map<String, @Nullable Object> scope) {
    var lines = below;
    for (var entry : entries) {
      var value = evaluate(entry, scope);
      if (value != null && !Expression.ABSENT.equals(value)) {
        var text = ParameterStyle.header(value, false);
        lines = lines.with(HeaderLine.of(entry.name(), text, entry.origin(), false));
      }
    }
    return lines;
  }

  /** Whether they are the same for each call. */
  boolean isConstant() {
    return entries.stream().allMatch(entry -> entry.value().isConstant());
  }

  private static @Nullable Object evaluate(Entry entry, Map<String, @Nullable Object> scope) {
    try {
      return entry.value().evaluate(scope);
    } catch (ExpressionException e) {
      throw refused(entry.name(), e);
    }
  }

  private static CallRefused refused(String name, ExpressionException e) {
    return new CallRefused(
        Failure.of(
            Failure.Kind.EXPRESSION,
            "An expression failed",
            "Header %s: %s".formatted(name, e.getMessage())));
  }

  private record Entry(String name, Template value, String origin) {}
}
