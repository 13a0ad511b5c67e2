package io.patchbay.expression;

import com.dashjoin.jsonata.Parser.Symbol;

/** What the {@link Meter} has to know of a node of the tree. */
enum Role {
  /** Evaluates its steps one after the other, each over all results of the one before. */
  PATH,
  /** A step of a path. */
  STEP,
  /** A step that looks at all that is below its input. */
  DEEP,
  /** Builds a list, an object or a text. */
  CONSTRUCTOR,
  /** Builds a list or an object as a step of a path. */
  CONSTRUCTOR_STEP,
  OTHER;

  boolean constructs() {
    return this == PATH || this == DEEP || this == CONSTRUCTOR || this == CONSTRUCTOR_STEP;
  }

  boolean isStep() {
    return this == STEP || this == DEEP || this == CONSTRUCTOR_STEP;
  }

  static Role of(Symbol symbol, boolean step) {
    return switch (Symbols.type(symbol)) {
      case "path" -> PATH;
      case "wildcard", "descendant" -> DEEP;
      case "unary", "binary" -> step ? CONSTRUCTOR_STEP : CONSTRUCTOR;
      default -> {
        if (symbol.group != null) {
          yield step ? CONSTRUCTOR_STEP : CONSTRUCTOR;
        }
        yield step ? STEP : OTHER;
      }
    };
  }
}
