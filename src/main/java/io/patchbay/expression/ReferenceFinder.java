package io.patchbay.expression;

import com.dashjoin.jsonata.Parser.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows an expression's paths from the root through its tree, as far as they are known without
 * data. A context is the path of what names are looked up in: empty for the root, null when it is
 * something that the expression has made.
 */
final class ReferenceFinder {

  private final Set<Reference> found = new LinkedHashSet<>();

  private ReferenceFinder() {}

  static Set<Reference> find(Symbol tree) {
    var finder = new ReferenceFinder();
    finder.report(finder.walk(tree, List.of()));
    var whole = new LinkedHashSet<>(finder.found);
    whole.removeIf(shorter -> finder.found.stream().anyMatch(r -> isPrefix(shorter, r)));
    return Collections.unmodifiableSet(whole);
  }

  private static boolean isPrefix(Reference shorter, Reference longer) {
    return shorter.path().size() < longer.path().size()
        && longer.path().subList(0, shorter.path().size()).equals(shorter.path());
  }

  private void report(@Nullable List<String> path) {
    if (path != null && !path.isEmpty()) {
      found.add(new Reference(path));
    }
  }

  /** Walks a node; returns the path of its value, or null. */
  private @Nullable List<String> walk(Symbol node, @Nullable List<String> context) {
    var value =
        switch (Symbols.type(node)) {
          case "path" -> walkPath(node, context);
          case "name" -> step(node, context);
          case "variable" -> variable(node, context);
          case "block" -> walkBlock(node, context);
          default -> {
            walkParts(node, context);
            yield null;
          }
        };
    walkFilters(Symbols.predicates(node), value);
    if (node.group != null) {
      walkPairs(node.group, value);
    }
    return value;
  }

  private @Nullable List<String> walkPath(Symbol path, @Nullable List<String> context) {
    var at = context;
    for (Symbol step : Symbols.steps(path)) {
      var before = at;
      at = walk(step, at);
      for (Symbol term : Symbols.terms(step)) {
        walkOperand(term, before);
      }
      if (Symbols.type(step).equals("sort")) {
        at = before;
      }
      walkFilters(Symbols.stages(step), at);
      if (at == null || step.focus != null) {
        report(before);
      }
      if (step.focus != null) {
        report(at);
        at = before;
      }
    }
    return at;
  }

  private static @Nullable List<String> step(Symbol name, @Nullable List<String> context) {
    if (context == null) {
      return null;
    }
    var path = new ArrayList<>(context);
    path.add(Symbols.text(name));
    return path;
  }

  private static @Nullable List<String> variable(Symbol node, @Nullable List<String> context) {
    return switch (Symbols.text(node)) {
      case "" -> context;
      case "$" -> List.of();
      default -> null;
    };
  }

  private @Nullable List<String> walkBlock(Symbol block, @Nullable List<String> context) {
    List<String> last = null;
    for (Symbol expression : Symbols.expressions(block)) {
      report(last);
      last = walk(expression, context);
    }
    return last;
  }

  private void walkFilters(List<Symbol> filters, @Nullable List<String> context) {
    for (Symbol filter : filters) {
      if (filter.expr instanceof Symbol condition) {
        report(walk(condition, context));
      }
    }
  }

  private void walkPairs(Symbol object, @Nullable List<String> context) {
    Symbols.pairs(object).forEach(part -> report(walk(part, context)));
  }

  private void walkOperand(Symbol node, @Nullable List<String> context) {
    Symbol operand = Symbols.operand(node);
    if (operand != null) {
      report(walk(operand, context));
    }
  }

  private void walkParts(Symbol node, @Nullable List<String> context) {
    String type = Symbols.type(node);
    if (type.equals("bind")) {
      walkIfThere(Symbols.right(node), context);
      return;
    }
    walkIfThere(Symbols.left(node), context);
    walkIfThere(Symbols.right(node), context);
    walkIfThere(Symbols.procedure(node), context);
    walkIfThere(Symbols.body(node), context);
    walkOperand(node, context);
    // A transform's pattern, update and deletion look at a copy that it has made.
    var below = type.equals("transform") ? null : context;
    Symbols.branches(node).forEach(branch -> report(walk(branch, below)));
    if (!type.equals("lambda")) {
      Symbols.arguments(node).forEach(argument -> report(walk(argument, context)));
    }
    Symbols.expressions(node).forEach(element -> report(walk(element, context)));
    walkPairs(node, context);
  }

  private void walkIfThere(@Nullable Symbol node, @Nullable List<String> context) {
    if (node != null) {
      report(walk(node, context));
    }
  }
}
