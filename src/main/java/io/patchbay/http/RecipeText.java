package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.expression.Expression;
import io.patchbay.expression.ExpressionException;
import io.patchbay.expression.Template;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text of a signature recipe, compiled. White space around it counts: it is signed.
 *
 * @param field what it is called in messages
 */
record RecipeText(String field, String before, Template template, String after) {

  /**
   * Compiles a text.
   *
   * @throws CallRefused when it holds an expression that is none
   */
  static RecipeText of(String field, String text) {
    var core = text.strip();
    var start = text.indexOf(core);
    try {
      return new RecipeText(
          field,
          text.substring(0, start),
          Template.ofText(core),
          text.substring(start + core.length()));
    } catch (ExpressionException e) {
      throw refused(field, e);
    }
  }

  /**
   * The text with all expressions written out.
   *
   * @throws CallRefused when one fails
   */
  String write(Map<String, @Nullable Object> names) {
    try {
      var value = template.evaluate(names);
      return before + (Expression.ABSENT.equals(value) ? "" : Scalars.text(value)) + after;
    } catch (ExpressionException e) {
      throw refused(field, e);
    }
  }

  /** Whether it reads that name, or all of them. */
  boolean reads(String name) {
    return template.references().stream().anyMatch(read -> read.root().equals(name));
  }

  /** Whether it reads that name of the request, or all of them. */
  boolean readsOfRequest(String name) {
    return template.references().stream()
        .anyMatch(read ->
            read.root().equals("request")
                && (read.path().size() == 1 || read.path().get(1).equals(name)));
  }

  private static CallRefused refused(String field, ExpressionException e) {
    return new CallRefused(
        Failure.of(
            Failure.Kind.EXPRESSION,
            "An expression failed",
            "Signature, %s: %s".formatted(field, e.getMessage())));
  }
}
