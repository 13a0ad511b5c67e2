package io.patchbay.importing;

import java.util.Arrays;

/** Where a reader is in a text; tells lines and columns for messages. */
final class TextCursor {

  private static final char END = '\0';

  private final String text;
  private int at;
  private int[] lineStarts = {};

  TextCursor(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = Math.min(offset, text.length());
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The next character; NUL at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  char take() {
    return atEnd() ? END : text.charAt(at++);
  }

  void skip(int characters) {
    moveTo(at + characters);
  }

  boolean startsWith(String prefix) {
    return text.startsWith(prefix, at);
  }

  /** What is left of the line, without its end. */
  String restOfLine() {
    int end = text.indexOf('\n', at);
    return text.substring(at, end < 0 ? text.length() : end);
  }

  void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end + 1;
  }

  /** The line of a place, from 1. */
  int line(int offset) {
    if (lineStarts.length == 0) {
      lineStarts = lineStarts();
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** A place in words, for example {@code line 3, column 14}. */
  String place(int offset) {
    int line = line(offset);
    return "line %d, column %d".formatted(line, offset - lineStarts[line - 1] + 1);
  }

  private int[] lineStarts() {
    int[] starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts[line++] = i + 1;
    }
    return starts;
  }
}
