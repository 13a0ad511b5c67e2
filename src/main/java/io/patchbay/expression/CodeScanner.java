package io.patchbay.expression;

import java.util.List;

/**
 * Steps through JSONata source, character by character, over everything that is not code: strings,
 * quoted names, comments and regular expressions.
 */
final class CodeScanner {

  private static final List<String> WORD_OPERATORS = List.of("and", "or", "in");

  private final String source;
  private int next;
  private int current = -1;
  private int lastCode = -1;

  CodeScanner(String source, int from) {
    this.source = source;
    this.next = from;
  }

  /** Moves to the next character of code; false at the end. */
  boolean advance() {
    if (current >= 0
        && current < source.length()
        && !Character.isWhitespace(source.charAt(current))) {
      lastCode = current;
    }
    while (next < source.length()) {
      int skipped = skipNonCode(next);
      if (skipped == next) {
        current = next++;
        return true;
      }
      next = skipped;
    }
    current = source.length();
    return false;
  }

  /** Where it stands. */
  int position() {
    return current;
  }

  char current() {
    return source.charAt(current);
  }

  /** Whether the source continues with the text at the current place. */
  boolean at(String text) {
    return source.startsWith(text, current);
  }

  private int skipNonCode(int at) {
    char c = source.charAt(at);
    if (c == '"' || c == '\'') {
      lastCode = at;
      return afterString(at, c);
    }
    if (c == '`') {
      lastCode = at;
      return after(source.indexOf('`', at + 1), 1);
    }
    if (c == '/' && source.startsWith("/*", at)) {
      return after(source.indexOf("*/", at + 2), 2);
    }
    if (c == '/' && regexMayStart()) {
      lastCode = at;
      return afterRegex(at);
    }
    return at;
  }

  private int after(int found, int length) {
    return found < 0 ? source.length() : found + length;
  }

  private int afterString(int start, char quote) {
    for (int i = start + 1; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
    }
    return source.length();
  }

  private int afterRegex(int start) {
    int depth = 0;
    for (int i = start + 1; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case '\\' -> i++;
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        case '/' -> {
          if (depth == 0) {
            return i + 1;
          }
        }
        default -> {}
      }
    }
    return source.length();
  }

  /** A slash divides after a value, and starts a regular expression after anything else. */
  private boolean regexMayStart() {
    if (lastCode < 0) {
      return true;
    }
    char c = source.charAt(lastCode);
    if (")]}\"'`/".indexOf(c) >= 0) {
      return false;
    }
    if (!Character.isLetterOrDigit(c) && c != '_' && c != '$') {
      return true;
    }
    int start = lastCode;
    while (start > 0 && Character.isLetterOrDigit(source.charAt(start - 1))) {
      start--;
    }
    return WORD_OPERATORS.contains(source.substring(start, lastCode + 1));
  }
}
