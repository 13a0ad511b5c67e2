package io.patchbay.expression;

import com.dashjoin.jsonata.Parser.Symbol;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises the expressions that need no full evaluation. */
final class FastPathFinder {

  private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");

  private FastPathFinder() {}

  /** The way around the full evaluation, or null when the expression is not one of the simplest. */
  static @Nullable FastPath find(Symbol tree) {
    if (!isPlain(tree)) {
      return null;
    }
    return switch (Symbols.type(tree)) {
      case "string", "number", "value" -> new FastPath.Literal(Symbols.value(tree));
      case "path" -> path(tree);
      case "binary" -> comparison(tree);
      default -> null;
    };
  }

  private static @Nullable FastPath path(Symbol tree) {
    var steps = Symbols.steps(tree);
    if (!steps.stream().allMatch(FastPathFinder::isPlain)) {
      return null;
    }
    boolean fromRoot = isRoot(steps.getFirst());
    var names = fromRoot ? steps.subList(1, steps.size()) : steps;
    if (names.isEmpty() || !names.stream().allMatch(step -> isType(step, "name"))) {
      return null;
    }
    return new FastPath.Path(names.stream().map(Symbols::text).toList());
  }

  private static @Nullable FastPath comparison(Symbol tree) {
    String operator = Symbols.text(tree);
    Symbol left = Symbols.left(tree);
    Symbol right = Symbols.right(tree);
    if (!COMPARISONS.contains(operator) || left == null || right == null) {
      return null;
    }
    FastPath a = find(left);
    FastPath b = find(right);
    boolean simple = Stream.of(a, b).noneMatch(FastPath.Comparison.class::isInstance);
    return a == null || b == null || !simple ? null : new FastPath.Comparison(a, operator, b);
  }

  private static boolean isRoot(Symbol step) {
    return isType(step, "variable") && List.of("", "$").contains(Symbols.text(step));
  }

  private static boolean isType(Symbol symbol, String type) {
    return Symbols.type(symbol).equals(type);
  }

  private static boolean isPlain(Symbol symbol) {
    return Symbols.predicates(symbol).isEmpty()
        && Symbols.stages(symbol).isEmpty()
        && symbol.group == null
        && symbol.focus == null
        && symbol.index == null
        && symbol.tuple == null
        && symbol.ancestor == null
        && !Symbols.keepsArray(symbol);
  }
}
