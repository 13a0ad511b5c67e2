package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.expression.Expression;
import io.patchbay.expression.ExpressionException;
import io.patchbay.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * One value of a customization, compiled.
 *
 * @param name of the header or parameter, or the field's own
 * @param field where it stands, for messages
 */
record CustomizationValue(String name, String field, Template template) {

  /**
   * @throws CallRefused when it does not compile
   */
  static CustomizationValue of(String name, String field, JsonNode value) {
    try {
      return new CustomizationValue(name, field, Template.compile(value));
    } catch (ExpressionException e) {
      throw refused(field, e);
    }
  }

  static CustomizationValue ofText(String name, String field, @Nullable String text) {
    return of(name, field, StringNode.valueOf(text == null ? "" : text));
  }

  /** Those of a map from names to texts. */
  static List<CustomizationValue> all(Map<String, String> texts, String field) {
    var values = new ArrayList<CustomizationValue>(texts.size());
    texts.forEach((name, text) -> values.add(ofText(name, field + " " + name, text)));
    return List.copyOf(values);
  }

  /**
   * A plain value, or {@link Expression#ABSENT}.
   *
   * @throws CallRefused when an expression fails
   */
  @Nullable Object evaluate(Map<String, @Nullable Object> scope) {
    try {
      return template.evaluate(scope);
    } catch (ExpressionException e) {
      throw refused(field, e);
    }
  }

  /** Whether there is something to set. */
  static boolean isThere(@Nullable Object value) {
    return value != null && !Expression.ABSENT.equals(value);
  }

  private static CallRefused refused(String field, ExpressionException e) {
    return new CallRefused(
        Failure.of(
            Failure.Kind.EXPRESSION,
            "An expression failed",
            "%s: %s".formatted(field, e.getMessage())));
  }
}
