package io.patchbay.importing;

import io.patchbay.importing.ShellCommand.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command as Windows does: first cmd.exe takes away its carets, then the C runtime splits
 * the line into words.
 */
final class WindowsLexer {

  private final TextCursor in;
  private final StringBuilder line = new StringBuilder();
  private Ending ending = Ending.LINE;

  WindowsLexer(TextCursor in) {
    this.in = in;
  }

  ShellCommand next() {
    int start = in.at();
    takeLine();
    return new ShellCommand(words(start), null, null, ending, start);
  }

  /** What cmd.exe hands to the program. */
  private void takeLine() {
    line.setLength(0);
    ending = Ending.LINE;
    boolean quoted = false;
    while (!in.atEnd()) {
      char c = in.take();
      if (c == '^' && !quoted) {
        if (in.peek() == '\n') {
          in.take();
        }
        if (!in.atEnd()) {
          line.append(in.take());
        }
      } else if (c == '\\' && quoted && in.peek() == '"') {
        // cmd.exe itself would end the quotes here; who writes \" means a quote.
        line.append(c).append(in.take());
      } else if (c == '"') {
        quoted = !quoted;
        line.append(c);
      } else if (!quoted && (c == '\n' || c == '&' || c == '|')) {
        ending = c == '|' && in.peek() != '|' ? Ending.PIPE : Ending.LINE;
        in.skip(in.peek() == c && c != '\n' ? 1 : 0);
        return;
      } else if (!quoted && c == '>') {
        dropRedirection();
      } else {
        line.append(c);
      }
    }
  }

  private void dropRedirection() {
    while (in.peek() == ' ' || in.peek() == '>') {
      in.take();
    }
    while (!in.atEnd() && " \n&|".indexOf(in.peek()) < 0) {
      in.take();
    }
  }

  /** The rules of the C runtime for backslashes and quotes. */
  private List<String> words(int start) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        int count = run(i);
        i += count;
        boolean beforeQuote = i < line.length() && line.charAt(i) == '"';
        word.append("\\".repeat(beforeQuote ? count / 2 : count));
        any = true;
        if (beforeQuote && count % 2 == 1) {
          word.append('"');
        } else {
          i--;
        }
      } else if (c == '"') {
        any = true;
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          word.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == ' ' || c == '\t')) {
        if (any) {
          words.add(word.toString());
        }
        word.setLength(0);
        any = false;
      } else {
        word.append(c);
        any = true;
      }
    }
    if (quoted) {
      throw BashLexer.notClosed(in, Math.max(start, in.text().lastIndexOf('"', in.at())));
    }
    if (any) {
      words.add(word.toString());
    }
    return words;
  }

  private int run(int from) {
    int i = from;
    while (i < line.length() && line.charAt(i) == '\\') {
      i++;
    }
    return i - from;
  }
}
