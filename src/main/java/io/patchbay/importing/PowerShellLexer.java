package io.patchbay.importing;

import io.patchbay.importing.ShellCommand.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Splits a script into commands and words as PowerShell does. What stands in parentheses and in
 * hash tables stays as it is written, as one word.
 */
final class PowerShellLexer {

  private static final Map<Character, String> ESCAPES =
      Map.of('n', "\n", 't', "\t", 'r', "\r", '0', "\0", 'b', "\b", 'a', "\u0007");

  private final TextCursor in;

  PowerShellLexer(TextCursor in) {
    this.in = in;
  }

  ShellCommand next() {
    int start = in.at();
    List<String> words = new ArrayList<>();
    while (true) {
      skipSpaces();
      if (in.atEnd()) {
        return new ShellCommand(words, null, null, Ending.LINE, start);
      }
      char c = in.peek();
      if (c == '\n' || c == ';' || c == '|' || c == '&') {
        in.take();
        return new ShellCommand(words, null, null, c == '|' ? Ending.PIPE : Ending.LINE, start);
      }
      if (c == '#') {
        in.moveTo(in.at() + in.restOfLine().length());
      } else if (c == '>') {
        in.take();
        skipSpaces();
        word();
      } else {
        words.add(word());
      }
    }
  }

  private void skipSpaces() {
    while (!in.atEnd()) {
      char c = in.peek();
      if (c == ' ' || c == '\t') {
        in.take();
      } else if (c == '`' && in.peek(1) == '\n') {
        in.skip(2);
      } else {
        return;
      }
    }
  }

  /** One word, from where the cursor stands. */
  String word() {
    var out = new StringBuilder();
    while (!in.atEnd() && " \t\n;|&,>}".indexOf(in.peek()) < 0) {
      char c = in.peek();
      if ((c == '@' && in.peek(1) == '{') || c == '(' || (c == '$' && in.peek(1) == '(')) {
        out.append(block());
      } else if (c == '@' && (in.peek(1) == '"' || in.peek(1) == '\'')) {
        hereString(out);
      } else if (c == '"') {
        doubleQuoted(out);
      } else if (c == '\'') {
        single(out);
      } else if (c == '`') {
        in.take();
        out.append(in.take());
      } else {
        out.append(in.take());
      }
    }
    if (in.peek() == ',' || in.peek() == '}') {
      out.append(in.take());
    }
    return out.toString();
  }

  /** As written, up to the bracket that closes it. */
  private String block() {
    int open = in.at();
    int depth = 0;
    var skipped = new StringBuilder();
    do {
      if (in.atEnd()) {
        throw BashLexer.notClosed(in, open);
      }
      switch (in.peek()) {
        case '(', '{' -> depth++;
        case ')', '}' -> depth--;
        case '"' -> {
          doubleQuoted(skipped);
          continue;
        }
        case '\'' -> {
          single(skipped);
          continue;
        }
        default -> {}
      }
      in.take();
    } while (depth > 0 || in.at() == open + 1);
    return in.text().substring(open, in.at());
  }

  private void hereString(StringBuilder out) {
    int open = in.at();
    String close = "\n" + in.peek(1) + "@";
    in.skipLine();
    int end = in.text().indexOf(close, Math.max(in.at() - 1, 0));
    if (end < 0) {
      throw BashLexer.notClosed(in, open);
    }
    out.append(in.text(), in.at(), Math.max(end, in.at()));
    in.moveTo(end + close.length());
  }

  void doubleQuoted(StringBuilder out) {
    int open = in.at();
    in.take();
    while (true) {
      if (in.atEnd()) {
        throw BashLexer.notClosed(in, open);
      }
      char c = in.take();
      if (c == '"' && in.peek() != '"') {
        return;
      }
      if (c == '"') {
        in.take();
        out.append('"');
      } else if (c == '`') {
        char escaped = in.take();
        out.append(ESCAPES.getOrDefault(escaped, String.valueOf(escaped)));
      } else if (c == '$' && in.startsWith("([char]")) {
        character(out);
      } else if (c == '\\' && in.peek() == '"' && in.peek(1) != '\n') {
        // Windows PowerShell needs \" or \"" to hand a quote to curl.exe.
        in.skip(in.peek(1) == '"' ? 2 : 1);
        out.append('"');
      } else {
        out.append(c);
      }
    }
  }

  /** Browsers write characters beyond ASCII as {@code $([char]228)}. */
  private void character(StringBuilder out) {
    int close = in.text().indexOf(')', in.at());
    String number = close < 0 ? "" : in.text().substring(in.at() + 7, close).strip();
    if (number.matches("\\d{1,5}")) {
      out.append((char) Integer.parseInt(number));
      in.moveTo(close + 1);
    } else {
      out.append('$');
    }
  }

  void single(StringBuilder out) {
    int open = in.at();
    in.take();
    while (true) {
      if (in.atEnd()) {
        throw BashLexer.notClosed(in, open);
      }
      char c = in.take();
      if (c == '\'' && in.peek() != '\'') {
        return;
      }
      if (c == '\'') {
        in.take();
      } else if (c == '\\' && in.peek() == '"') {
        c = in.take();
      }
      out.append(c);
    }
  }
}
