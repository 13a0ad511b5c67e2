package io.patchbay.expression;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Parser.Symbol;
import com.dashjoin.jsonata.utils.Signature;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The library's syntax tree and function table, which it keeps package-private: the one place that
 * knows its field names.
 */
final class Symbols {

  private static final VarHandle TYPE = handle(Symbol.class, "type", String.class);
  private static final VarHandle VALUE = handle(Symbol.class, "value", Object.class);
  private static final VarHandle POSITION = handle(Symbol.class, "position", int.class);
  private static final VarHandle STEPS = handle(Symbol.class, "steps", List.class);
  private static final VarHandle PROCEDURE = handle(Symbol.class, "procedure", Symbol.class);
  private static final VarHandle ARGUMENTS = handle(Symbol.class, "arguments", List.class);
  private static final VarHandle BODY = handle(Symbol.class, "body", Symbol.class);
  private static final VarHandle PREDICATE = handle(Symbol.class, "predicate", List.class);
  private static final VarHandle LHS = handle(Symbol.class, "lhs", Symbol.class);
  private static final VarHandle RHS = handle(Symbol.class, "rhs", Symbol.class);
  private static final VarHandle EXPRESSION = handle(Symbol.class, "expression", Symbol.class);
  private static final VarHandle EXPRESSIONS = handle(Symbol.class, "expressions", List.class);
  private static final VarHandle TERMS = handle(Symbol.class, "terms", List.class);
  private static final VarHandle CONDITION = handle(Symbol.class, "condition", Symbol.class);
  private static final VarHandle THEN = handle(Symbol.class, "then", Symbol.class);
  private static final VarHandle ELSE = handle(Symbol.class, "_else", Symbol.class);
  private static final VarHandle PATTERN = handle(Symbol.class, "pattern", Symbol.class);
  private static final VarHandle UPDATE = handle(Symbol.class, "update", Symbol.class);
  private static final VarHandle DELETE = handle(Symbol.class, "delete", Symbol.class);
  private static final VarHandle KEEP_ARRAY = handle(Symbol.class, "keepArray", boolean.class);

  private static final VarHandle AST = handle(Jsonata.class, "ast", Symbol.class);
  private static final VarHandle ENVIRONMENT = handle(Jsonata.class, "environment", Frame.class);
  private static final VarHandle STATIC_FRAME = staticHandle(Jsonata.class, "staticFrame");
  private static final VarHandle BINDINGS = handle(Frame.class, "bindings", Map.class);
  private static final VarHandle SIGNATURE = handle(JFunction.class, "signature", Signature.class);
  private static final VarHandle FUNCTION_NAME =
      handle(JFunction.class, "functionName", String.class);
  private static final VarHandle SIGNATURE_TEXT =
      handle(Signature.class, "_signature", String.class);

  private Symbols() {}

  private static VarHandle handle(Class<?> owner, String field, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, field, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(owner + " is not the version this was written for", e);
    }
  }

  private static VarHandle staticHandle(Class<?> owner, String field) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findStaticVarHandle(owner, field, Frame.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(owner + " is not the version this was written for", e);
    }
  }

  static Symbol tree(Jsonata compiled) {
    return (Symbol) AST.get(compiled);
  }

  /** Lets an expression see other functions than the library's. */
  static void useFunctions(Jsonata compiled, Frame functions) {
    ENVIRONMENT.set(compiled, functions);
  }

  @SuppressWarnings("unchecked") // declared so by the library
  static Map<String, Object> libraryFunctions() {
    return (Map<String, Object>) BINDINGS.get((Frame) STATIC_FRAME.get());
  }

  /** Gives a function the name and the checks of arguments of another. */
  static void copyIdentity(JFunction from, JFunction to) {
    SIGNATURE.set(to, SIGNATURE.get(from));
    FUNCTION_NAME.set(to, FUNCTION_NAME.get(from));
  }

  static String signatureText(Object signature) {
    return signature instanceof Signature s ? (String) SIGNATURE_TEXT.get(s) : "";
  }

  static String type(Symbol symbol) {
    return String.valueOf(TYPE.get(symbol));
  }

  static @Nullable Object value(Symbol symbol) {
    return VALUE.get(symbol);
  }

  static String text(Symbol symbol) {
    return String.valueOf(VALUE.get(symbol));
  }

  static void setValue(Symbol symbol, Object value) {
    VALUE.set(symbol, value);
  }

  static int position(Symbol symbol) {
    return (int) POSITION.get(symbol);
  }

  static boolean keepsArray(Symbol symbol) {
    return (boolean) KEEP_ARRAY.get(symbol) || symbol.keepSingletonArray;
  }

  static List<Symbol> steps(Symbol symbol) {
    return list(STEPS, symbol);
  }

  static List<Symbol> arguments(Symbol symbol) {
    return list(ARGUMENTS, symbol);
  }

  static List<Symbol> expressions(Symbol symbol) {
    return list(EXPRESSIONS, symbol);
  }

  static List<Symbol> terms(Symbol symbol) {
    return list(TERMS, symbol);
  }

  /** The filters behind a value that is no path. */
  static List<Symbol> predicates(Symbol symbol) {
    return list(PREDICATE, symbol);
  }

  /** The filters and indexes behind a step of a path. */
  static List<Symbol> stages(Symbol symbol) {
    return symbol.stages == null ? List.of() : symbol.stages;
  }

  /** Keys and values of an object constructor, flat. */
  static List<Symbol> pairs(Symbol symbol) {
    var all = new ArrayList<Symbol>();
    if (symbol.lhsObject != null) {
      symbol.lhsObject.forEach(pair -> all.addAll(List.of(pair)));
    }
    return all;
  }

  static @Nullable Symbol left(Symbol symbol) {
    return (Symbol) LHS.get(symbol);
  }

  static @Nullable Symbol right(Symbol symbol) {
    return (Symbol) RHS.get(symbol);
  }

  static @Nullable Symbol procedure(Symbol symbol) {
    return (Symbol) PROCEDURE.get(symbol);
  }

  static @Nullable Symbol body(Symbol symbol) {
    return (Symbol) BODY.get(symbol);
  }

  static @Nullable Symbol operand(Symbol symbol) {
    return (Symbol) EXPRESSION.get(symbol);
  }

  /** Condition, then, else, or pattern, update, delete: what is there of them. */
  static List<Symbol> branches(Symbol symbol) {
    var all = new ArrayList<Symbol>();
    for (var handle : List.of(CONDITION, THEN, ELSE, PATTERN, UPDATE, DELETE)) {
      if (handle.get(symbol) instanceof Symbol branch) {
        all.add(branch);
      }
    }
    return all;
  }

  /** All direct parts of a node. */
  static List<Symbol> children(Symbol symbol) {
    var all = new ArrayList<Symbol>();
    for (var handle : List.of(LHS, RHS, PROCEDURE, BODY, EXPRESSION)) {
      if (handle.get(symbol) instanceof Symbol part) {
        all.add(part);
      }
    }
    all.addAll(branches(symbol));
    for (var handle : List.of(STEPS, ARGUMENTS, EXPRESSIONS, TERMS, PREDICATE)) {
      all.addAll(list(handle, symbol));
    }
    all.addAll(stages(symbol));
    all.addAll(pairs(symbol));
    if (symbol.group != null) {
      all.add(symbol.group);
    }
    if (symbol.expr instanceof Symbol filter) {
      all.add(filter);
    }
    return all;
  }

  @SuppressWarnings("unchecked") // declared so by the library
  private static List<Symbol> list(VarHandle handle, Symbol symbol) {
    var found = (List<Symbol>) handle.get(symbol);
    return found == null ? List.of() : found;
  }
}
