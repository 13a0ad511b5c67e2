package io.patchbay.expression;

import io.patchbay.common.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a string of a template apart into its texts and its expressions between double braces. */
final class TemplateText {

  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final int MAX_PLAIN_DIGITS = 400;

  private final String text;
  private final String path;
  private final List<TemplatePart> parts = new ArrayList<>();

  private TemplateText(String text, String path) {
    this.text = text;
    this.path = path;
  }

  static TemplatePart parse(String text, String path) {
    if (!text.contains(OPEN)) {
      return new TemplatePart.Constant(text);
    }
    return new TemplateText(text, path).parse();
  }

  private TemplatePart parse() {
    int at = 0;
    int open = text.indexOf(OPEN);
    while (open >= 0) {
      addText(text.substring(at, open));
      int end = end(open);
      parts.add(expression(open + OPEN.length(), end));
      at = end + CLOSE.length();
      open = text.indexOf(OPEN, at);
    }
    addText(text.substring(at));
    return single() instanceof TemplatePart.Value value
        ? value
        : new TemplatePart.Text(List.copyOf(parts));
  }

  /** The only expression, when there is nothing but white space around it. */
  private @Nullable TemplatePart single() {
    var expressions = parts.stream().filter(part -> !isBlank(part)).toList();
    return expressions.size() == 1 ? expressions.getFirst() : null;
  }

  private static boolean isBlank(TemplatePart part) {
    return part instanceof TemplatePart.Constant(String constant) && constant.isBlank();
  }

  private void addText(String literal) {
    if (!literal.isEmpty()) {
      parts.add(new TemplatePart.Constant(literal));
    }
  }

  /** Where the braces close that open there; braces of objects and in texts do not count. */
  private int end(int open) {
    int depth = 0;
    var code = new CodeScanner(text, open + OPEN.length());
    while (code.advance()) {
      char c = code.current();
      if (c == '{') {
        depth++;
      } else if (c == '}' && depth == 0 && code.at(CLOSE)) {
        return code.position();
      } else if (c == '}') {
        depth--;
      }
    }
    throw at(
        path,
        new ExpressionException(
            "The braces {{ at character %d are not closed by }}".formatted(open + 1), open));
  }

  private TemplatePart expression(int start, int end) {
    try {
      return new TemplatePart.Value(Expression.compile(text.substring(start, end).strip()), path);
    } catch (ExpressionException e) {
      throw at(path, e);
    }
  }

  /** The same exception with the place in the template in front. */
  static ExpressionException at(String path, ExpressionException e) {
    return path.isEmpty() ? e : new ExpressionException(path + ": " + e.getMessage(), e.position());
  }

  /** A value within a text. */
  static String written(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String string -> string;
      case BigDecimal number ->
          Math.abs(number.scale()) <= MAX_PLAIN_DIGITS ? number.toPlainString() : number.toString();
      case Number number -> number.toString();
      case Boolean bool -> bool.toString();
      default -> value.equals(Expression.ABSENT) ? "" : Json.write(value);
    };
  }
}
