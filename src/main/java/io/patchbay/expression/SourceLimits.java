package io.patchbay.expression;

import java.util.ArrayDeque;

/**
 * Refuses sources that would be dear to parse: too long, too deeply nested, or growing when parsed.
 */
final class SourceLimits {

  static final int MAX_LENGTH = 10_240;
  static final int MAX_NESTING = 100;

  /** The parser copies what stands left of {@code ??} and {@code ?:}; nested, the copies double. */
  private static final long MAX_COPIED = 200_000;

  private SourceLimits() {}

  static void check(String source) {
    if (source.length() > MAX_LENGTH) {
      throw new ExpressionException(
          "The expression is longer than %,d characters; split it into several steps"
              .formatted(MAX_LENGTH));
    }
    if (source.isBlank()) {
      throw new ExpressionException("The expression is empty", 0);
    }
    checkNesting(source);
  }

  private static void checkNesting(String source) {
    var open = new ArrayDeque<Group>();
    var group = new Group();
    var code = new CodeScanner(source, 0);
    while (code.advance()) {
      char c = code.current();
      group.sinceOperand++;
      if (c == '(' || c == '[' || c == '{') {
        open.push(group);
        group = new Group();
        if (open.size() > MAX_NESTING) {
          throw new ExpressionException(
              "The expression is nested more than %d levels deep".formatted(MAX_NESTING),
              code.position());
        }
      } else if ((c == ')' || c == ']' || c == '}') && !open.isEmpty()) {
        long inner = group.total + group.sinceOperand;
        group = open.pop();
        group.sinceOperand += inner;
      } else if (code.at("??") || code.at("?:")) {
        group.total += 2 * group.sinceOperand;
        group.sinceOperand = 0;
        code.advance();
      } else if (c == ',' || c == ';') {
        group.total += group.sinceOperand;
        group.sinceOperand = 0;
      }
      if (group.total + group.sinceOperand > MAX_COPIED) {
        throw new ExpressionException(
            "The operators ?? and ?: are nested too deeply in one another", code.position());
      }
    }
  }

  private static final class Group {
    private long total;
    private long sinceOperand;
  }
}
