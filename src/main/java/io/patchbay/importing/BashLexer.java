package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import io.patchbay.importing.ShellCommand.Ending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script into commands and words as bash does: quotes, escapes, line continuations,
 * comments, redirections and here-documents. Variables that the script does not set itself stay as
 * text.
 */
final class BashLexer {

  private static final Pattern ASSIGNMENT = Pattern.compile("(?s)([A-Za-z_]\\w*)=(.*)");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");
  private static final String ENDS_WORD = " \t\n;&|<>";

  private final TextCursor in;
  private final BashExpansion expansion;
  private final Map<String, String> variables = new HashMap<>();
  private final List<HereDocument> pending = new ArrayList<>();
  private @Nullable String input;
  private @Nullable String inputFile;
  private boolean continued;

  private record HereDocument(String delimiter, boolean quoted, boolean indented) {}

  BashLexer(TextCursor in) {
    this.in = in;
    this.expansion = new BashExpansion(in, variables);
  }

  /**
   * Reads one command; without words where the script has an empty one.
   *
   * @throws InvalidException when a quote is not closed
   */
  ShellCommand next() {
    int start = in.at();
    List<String> words = new ArrayList<>();
    input = null;
    inputFile = null;
    while (true) {
      skipSpaces();
      if (in.atEnd()) {
        return command(words, Ending.LINE, start);
      }
      char c = in.peek();
      if (c == '\n' || c == ';') {
        in.take();
        if (c == '\n') {
          readHereDocuments();
        }
        return command(words, Ending.LINE, start);
      }
      if ((c == '&' && in.peek(1) != '>') || c == '|') {
        return command(words, separator(), start);
      }
      if (c == '#') {
        in.moveTo(in.at() + in.restOfLine().length());
      } else if (c == '<' || c == '>' || c == '&') {
        redirection(words);
      } else if (c == '(' || c == ')') {
        in.take();
      } else {
        words.add(word());
      }
    }
  }

  private ShellCommand command(List<String> words, Ending ending, int start) {
    if (ending == Ending.LINE && !words.isEmpty()) {
      int first = words.getFirst().equals("export") ? 1 : 0;
      if (words.size() > first
          && words.subList(first, words.size()).stream()
              .allMatch(word -> ASSIGNMENT.matcher(word).matches())) {
        words.subList(first, words.size()).forEach(this::assign);
      }
    }
    return new ShellCommand(words, input, inputFile, ending, start);
  }

  private void assign(String word) {
    var matcher = ASSIGNMENT.matcher(word);
    if (matcher.matches() && !matcher.group(2).contains("$(")) {
      variables.put(matcher.group(1), matcher.group(2));
    }
  }

  private Ending separator() {
    char c = in.take();
    if (in.peek() == c) {
      in.take();
      return c == '|' ? Ending.OR : Ending.LINE;
    }
    if (c == '|') {
      if (in.peek() == '&') {
        in.take();
      }
      return Ending.PIPE;
    }
    return Ending.BACKGROUND;
  }

  /** Whether the last line that was continued had nothing behind it. */
  boolean endsContinued() {
    return continued;
  }

  private void skipSpaces() {
    while (true) {
      char c = in.peek();
      if (c == ' ' || c == '\t') {
        in.take();
      } else if (c == '\\' && in.peek(1) == '\n') {
        in.skip(2);
        continued = true;
        skipPromptOfContinuation();
      } else {
        break;
      }
    }
    continued = continued && in.atEnd();
  }

  /** A terminal shows {@code >} in front of the further lines of a command. */
  private void skipPromptOfContinuation() {
    if (in.startsWith("> ") && (in.restOfLine().stripLeading().length() > 2)) {
      char next = in.restOfLine().substring(1).stripLeading().charAt(0);
      if (next == '-' || next == '\'' || next == '"') {
        in.take();
      }
    }
  }

  private String word() {
    var out = new StringBuilder();
    while (!in.atEnd() && ENDS_WORD.indexOf(in.peek()) < 0) {
      char c = in.peek();
      switch (c) {
        case '\'' -> single(out);
        case '"' -> doubleQuoted(out);
        case '$' -> expansion.dollar(out, false);
        case '`' -> expansion.backtick(out);
        case '\\' -> escaped(out);
        default -> out.append(in.take());
      }
    }
    return out.toString();
  }

  private void escaped(StringBuilder out) {
    in.take();
    if (in.atEnd()) {
      out.append('\\');
    } else if (in.peek() == '\n') {
      in.take();
    } else {
      out.append(in.take());
    }
  }

  private void single(StringBuilder out) {
    int open = in.at();
    int close = in.text().indexOf('\'', open + 1);
    if (close < 0) {
      throw notClosed(in, open);
    }
    out.append(in.text(), open + 1, close);
    in.moveTo(close + 1);
  }

  private void doubleQuoted(StringBuilder out) {
    int open = in.at();
    in.take();
    while (in.peek() != '"' || in.atEnd()) {
      if (in.atEnd()) {
        throw notClosed(in, open);
      }
      char c = in.peek();
      if (c == '\\') {
        in.take();
        escapedInQuotes(out);
      } else if (c == '$') {
        expansion.dollar(out, true);
      } else if (c == '`') {
        expansion.backtick(out);
      } else {
        out.append(in.take());
      }
    }
    in.take();
  }

  private void escapedInQuotes(StringBuilder out) {
    char c = in.peek();
    if (c == '\n') {
      in.take();
    } else if ("$`\"\\".indexOf(c) >= 0 && !in.atEnd()) {
      out.append(in.take());
    } else {
      out.append('\\');
    }
  }

  static InvalidException notClosed(TextCursor in, int open) {
    return new InvalidException(
        "",
        "The %s that opens at %s is never closed."
            .formatted(in.text().charAt(open), in.place(open)));
  }

  private void redirection(List<String> words) {
    if (!words.isEmpty()
        && DIGITS.matcher(words.getLast()).matches()
        && Character.isDigit(in.text().charAt(in.at() - 1))) {
      words.removeLast();
    }
    if (in.peek(1) == '(' && in.peek() != '&') {
      in.take();
      expansion.parentheses();
      words.add("/dev/fd/63");
    } else if (in.startsWith("<<<")) {
      in.skip(3);
      skipSpaces();
      input = word() + "\n";
    } else if (in.startsWith("<<")) {
      in.skip(2);
      hereDocument();
    } else {
      boolean reads = in.peek() == '<' && in.peek(1) != '&';
      while (!in.atEnd() && "<>&|".indexOf(in.peek()) >= 0) {
        in.take();
      }
      skipSpaces();
      String file = word();
      inputFile = reads && !file.equals("/dev/null") ? file : inputFile;
    }
  }

  private void hereDocument() {
    boolean indented = in.peek() == '-';
    if (indented) {
      in.take();
    }
    skipSpaces();
    int start = in.at();
    String delimiter = word();
    boolean quoted = !in.text().substring(start, in.at()).equals(delimiter);
    pending.add(new HereDocument(delimiter, quoted, indented));
  }

  private void readHereDocuments() {
    for (var document : pending) {
      var body = new StringBuilder();
      boolean closed = false;
      while (!in.atEnd() && !closed) {
        String line = in.restOfLine();
        in.skipLine();
        String shown = document.indented() ? line.replaceFirst("^\\t+", "") : line;
        closed = shown.equals(document.delimiter());
        if (!closed) {
          body.append(shown).append('\n');
        }
      }
      input =
          document.quoted() ? body.toString() : BashExpansion.expanded(body.toString(), variables);
    }
    pending.clear();
  }
}
