package io.patchbay.expression;

import com.dashjoin.jsonata.JException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in one sentence, with the place, what went wrong in parsing or evaluating. */
final class ErrorMessages {

  private static final int MAX_SHOWN = 80;
  private static final int SNIPPET = 20;

  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("S0101", "A text is not closed: its quote is missing"),
          Map.entry("S0105", "A quoted name is not closed: its backquote ` is missing"),
          Map.entry("S0201", "Not expected here: %s"),
          Map.entry("S0202", "Expected %s, found %s"),
          Map.entry("S0203", "The expression ends too early: expected %s"),
          Map.entry("S0207", "The expression ends too early"),
          Map.entry("S0211", "Not expected here: %s"),
          Map.entry("T0410", "Argument %s of the function $%s has the wrong type"),
          Map.entry("T0411", "The context is no fitting argument of this function"),
          Map.entry("T0412", "An argument of this function must be a list of one type"),
          Map.entry("D1001", "A number is out of range: %s"),
          Map.entry("T1005", "%s is no function; functions start with $"),
          Map.entry("T1006", "This function does not exist: $%s"),
          Map.entry("T2001", "The left side of %s must be a number, but is %s"),
          Map.entry("T2002", "The right side of %s must be a number, but is %s"),
          Map.entry("T2009", "Only values of one type can be compared: %s and %s"),
          Map.entry("T2010", "Only numbers and texts can be compared by %s, not %s"),
          Map.entry("D2014", "A range has at most 1,000,000 elements"),
          Map.entry("D3030", "This is no number: %s"));

  private ErrorMessages() {}

  /** The exception for whatever the library threw; errors of the virtual machine pass through. */
  static ExpressionException of(Throwable thrown, String source, int position) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      switch (t) {
        case StackOverflowError _ -> {
          return placed("The expression is nested too deeply", source, position);
        }
        case VirtualMachineError e -> throw e;
        case ExpressionException e -> {
          return e.position() < 0 ? e : placed(message(e), source, e.position());
        }
        case LimitReached e -> {
          return placed(e.getMessage(), source, position);
        }
        case JException e -> {
          return placed(sentence(e), source, e.getLocation() > 0 ? e.getLocation() : position);
        }
        default -> {}
      }
    }
    return placed(unexpected(thrown), source, position);
  }

  private static String message(Throwable t) {
    return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
  }

  private static String sentence(JException e) {
    String sentence = SENTENCES.get(String.valueOf(e.getError()));
    return sentence == null
        ? shortened(message(e).replace("Object", "function"))
        : sentence.formatted(shown(e.getCurrent()), shown(e.getExpected()));
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case DataMap _ -> "an object";
      case Map<?, ?> _ -> "an object";
      case Iterable<?> _ -> "a list";
      default -> shortened(String.valueOf(value));
    };
  }

  private static String shortened(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }

  private static String unexpected(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    boolean telling = cause instanceof IllegalArgumentException && cause.getMessage() != null;
    return telling
        ? shortened(message(cause))
        : "The expression cannot be worked out with these values (%s)"
            .formatted(cause.getClass().getSimpleName());
  }

  private static ExpressionException placed(String sentence, String source, int position) {
    if (position < 0 || position > source.length()) {
      return new ExpressionException(sentence);
    }
    String before = source.substring(0, position);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = position - before.lastIndexOf('\n');
    String place =
        line > 1 ? "line %d, character %d".formatted(line, column) : "character " + column;
    return new ExpressionException(
        "%s (at %s, near «%s»)".formatted(sentence, place, snippet(source, position)), position);
  }

  private static String snippet(String source, int position) {
    int start = Math.max(0, position - SNIPPET);
    int end = Math.min(source.length(), position + SNIPPET);
    return (start > 0 ? "…" : "")
        + source.substring(start, end).replaceAll("\\s+", " ").strip()
        + (end < source.length() ? "…" : "");
  }
}
