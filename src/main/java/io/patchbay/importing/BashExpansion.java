package io.patchbay.importing;

import java.util.Map;
import java.util.regex.Pattern;

/** What a dollar sign or a backtick begins in bash: variables, substitutions, ANSI-C quotes. */
final class BashExpansion {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern BRACED =
      Pattern.compile("([A-Za-z_]\\w*)(?:(:?[-=])(.*)|[:?+#%/^,].*)?", Pattern.DOTALL);

  private static final Pattern CAT =
      Pattern.compile("\\$\\(\\s*cat\\s+<<-?\\s*(['\"]?)(\\w+)\\1[ \\t]*\\n");
  private static final int MOST_ATTEMPTS = 100;

  private final TextCursor in;
  private final Map<String, String> variables;
  private int attempts;

  BashExpansion(TextCursor in, Map<String, String> variables) {
    this.in = in;
    this.variables = variables;
  }

  void dollar(StringBuilder out, boolean quoted) {
    char next = in.peek(1);
    if (next == '\'' && !quoted) {
      in.take();
      AnsiQuote.read(in, out);
    } else if (next == '"' && !quoted) {
      in.take();
    } else if (next == '{') {
      braced(out);
    } else if (next == '(' && hereDocument(out)) {
      return;
    } else if (next == '(') {
      int start = in.at();
      in.take();
      parentheses();
      out.append(in.text(), start, in.at());
    } else if (Character.isDigit(next) || next == '@' || next == '*') {
      in.skip(2);
    } else {
      in.take();
      named(out);
    }
  }

  /** {@code $(cat <<EOF …)} is a way to write a body over several lines. */
  private boolean hereDocument(StringBuilder out) {
    if (attempts == MOST_ATTEMPTS) {
      return false;
    }
    var matcher = CAT.matcher(in.text()).region(in.at(), in.text().length());
    if (!matcher.lookingAt()) {
      return false;
    }
    attempts++;
    var end =
        Pattern.compile("\\n[ \\t]*" + matcher.group(2) + "\\s*\\)")
            .matcher(in.text())
            .region(matcher.end() - 1, in.text().length());
    if (!end.find()) {
      return false;
    }
    String body = in.text().substring(Math.min(matcher.end(), end.start()), end.start());
    out.append(matcher.group(1).isEmpty() ? expanded(body, variables) : body);
    in.moveTo(end.end());
    return true;
  }

  /** The text of a here-document with its variables. */
  static String expanded(String text, Map<String, String> variables) {
    var inner = new TextCursor(text);
    var innerExpansion = new BashExpansion(inner, variables);
    var out = new StringBuilder();
    while (!inner.atEnd()) {
      char c = inner.peek();
      if (c == '$') {
        innerExpansion.dollar(out, true);
      } else if (c == '\\' && "$`\\".indexOf(inner.peek(1)) >= 0) {
        inner.take();
        out.append(inner.take());
      } else if (c == '\\' && inner.peek(1) == '\n') {
        inner.skip(2);
      } else {
        out.append(inner.take());
      }
    }
    return out.toString();
  }

  private void named(StringBuilder out) {
    var matcher = NAME.matcher(in.text()).region(in.at(), in.text().length());
    if (matcher.lookingAt()) {
      in.moveTo(matcher.end());
      out.append(value(matcher.group()));
    } else {
      out.append('$');
    }
  }

  private void braced(StringBuilder out) {
    int open = in.at() + 1;
    int close = in.text().indexOf('}', open);
    if (close < 0) {
      throw BashLexer.notClosed(in, open);
    }
    String inner = in.text().substring(open + 1, close);
    var matcher = BRACED.matcher(inner);
    out.append(matcher.matches() ? value(matcher.group(1)) : "${" + inner + "}");
    in.moveTo(close + 1);
  }

  private String value(String name) {
    return variables.getOrDefault(name, "$" + name);
  }

  void backtick(StringBuilder out) {
    int open = in.at();
    in.take();
    while (in.peek() != '`') {
      if (in.atEnd()) {
        throw BashLexer.notClosed(in, open);
      }
      in.skip(in.peek() == '\\' ? 2 : 1);
    }
    in.take();
    out.append(in.text(), open, in.at());
  }

  /** Skips what stands in parentheses, with quotes and parentheses in it. */
  void parentheses() {
    int open = in.at();
    int depth = 0;
    do {
      if (in.atEnd()) {
        throw BashLexer.notClosed(in, open);
      }
      char c = in.take();
      switch (c) {
        case '(' -> depth++;
        case ')' -> depth--;
        case '\\' -> in.take();
        case '\'', '"' -> skipQuoted(c);
        default -> {}
      }
    } while (depth > 0);
  }

  private void skipQuoted(char quote) {
    int open = in.at() - 1;
    while (in.peek() != quote || in.atEnd()) {
      if (in.atEnd()) {
        throw BashLexer.notClosed(in, open);
      }
      in.skip(in.peek() == '\\' && quote == '"' ? 2 : 1);
    }
    in.take();
  }
}
