package io.patchbay.ui.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be written in an expression: the paths of its data, and the functions of JSONata. */
public final class Completions {

  private static final int DEEPEST = 6;
  private static final int MOST = 1_500;
  private static final String PLAIN = "[A-Za-z_][A-Za-z0-9_]*";

  private Completions() {}

  /**
   * One proposal.
   *
   * @param detail its type, or what a function does
   */
  public record Proposal(String label, String detail, boolean function) {}

  /** All proposals for an expression over this scope. */
  public static List<Proposal> of(Map<String, @Nullable Object> scope) {
    List<Proposal> all = new ArrayList<>();
    scope.forEach((name, value) -> walk(name, value, DEEPEST, all));
    FUNCTIONS.forEach((name, what) -> all.add(new Proposal(name, what, true)));
    return all;
  }

  private static void walk(String path, @Nullable Object value, int depth, List<Proposal> all) {
    if (all.size() >= MOST) {
      return;
    }
    all.add(new Proposal(path, typeOf(value), false));
    Object inner = value instanceof List<?> list && !list.isEmpty() ? list.getFirst() : value;
    if (depth > 0 && inner instanceof Map<?, ?> map) {
      map.forEach(
          (name, child) -> walk(path + "." + quoted(String.valueOf(name)), child, depth - 1, all));
    }
  }

  private static String quoted(String name) {
    return name.matches(PLAIN) ? name : "`" + name.replace("`", "") + "`";
  }

  private static String typeOf(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String _ -> "string";
      case Boolean _ -> "boolean";
      case Number _ -> "number";
      case Map<?, ?> _ -> "object";
      case Collection<?> list -> list.size() == 1 ? "1 item" : list.size() + " items";
      default -> "";
    };
  }

  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("$string", "as text"),
          Map.entry("$number", "as number"),
          Map.entry("$boolean", "as true or false"),
          Map.entry("$exists", "whether it has a value"),
          Map.entry("$not", "the opposite"),
          Map.entry("$count", "how many"),
          Map.entry("$sum", "sum of numbers"),
          Map.entry("$max", "greatest number"),
          Map.entry("$min", "smallest number"),
          Map.entry("$average", "mean of numbers"),
          Map.entry("$round", "rounded"),
          Map.entry("$floor", "rounded down"),
          Map.entry("$length", "length of a text"),
          Map.entry("$substring", "part of a text"),
          Map.entry("$substringBefore", "text before another"),
          Map.entry("$substringAfter", "text after another"),
          Map.entry("$uppercase", "in upper case"),
          Map.entry("$lowercase", "in lower case"),
          Map.entry("$trim", "without spaces around"),
          Map.entry("$contains", "whether a text has another"),
          Map.entry("$split", "text to list"),
          Map.entry("$join", "list to text"),
          Map.entry("$replace", "text with parts replaced"),
          Map.entry("$append", "two lists as one"),
          Map.entry("$sort", "sorted"),
          Map.entry("$distinct", "each once"),
          Map.entry("$map", "each made anew"),
          Map.entry("$filter", "some of them"),
          Map.entry("$reduce", "all to one"),
          Map.entry("$keys", "names of fields"),
          Map.entry("$lookup", "field of a name"),
          Map.entry("$merge", "objects as one"),
          Map.entry("$type", "type of a value"),
          Map.entry("$now", "the time, ISO 8601"),
          Map.entry("$millis", "the time in ms"),
          Map.entry("$fromMillis", "ms to ISO 8601"),
          Map.entry("$toMillis", "ISO 8601 to ms"),
          Map.entry("$base64encode", "to Base64"),
          Map.entry("$base64decode", "from Base64"),
          Map.entry("$encodeUrlComponent", "for an address"),
          Map.entry("$formatNumber", "number by a picture"));
}
