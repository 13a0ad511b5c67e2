package io.patchbay.expression;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser;
import com.dashjoin.jsonata.Parser.Symbol;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The library's parser of each thread. For {@code ??} and {@code ?:} it copies what stands left of
 * them by serialising it, and with it the whole parser: milliseconds and kilobytes for each. Here
 * the copies are kept small.
 */
final class Parsers {

  private static final ThreadLocal<@Nullable Parser> OF_THREAD = ofThread();
  private static final VarHandle TABLE = handle(Parser.class, "symbolTable", HashMap.class);
  private static final VarHandle ANCESTRY = handle(Parser.class, "ancestry", List.class);
  private static final VarHandle ANCESTORS = handle(Parser.class, "ancestorIndex", int.class);
  private static final VarHandle SOURCE = handle(Parser.class, "source", String.class);
  private static final VarHandle LEXER =
      handle(Parser.class, "lexer", com.dashjoin.jsonata.Tokenizer.class);
  private static final VarHandle OWNER = handle(Symbol.class, "this$0", Parser.class);

  private Parsers() {}

  private static VarHandle handle(Class<?> owner, String field, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, field, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(owner + " is not the version this was written for", e);
    }
  }

  @SuppressWarnings("unchecked") // declared so by the library
  private static ThreadLocal<@Nullable Parser> ofThread() {
    try {
      return (ThreadLocal<@Nullable Parser>)
          MethodHandles.privateLookupIn(Jsonata.class, MethodHandles.lookup())
              .findStaticVarHandle(Jsonata.class, "_parser", ThreadLocal.class)
              .get();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("JSONata is not the version this was written for", e);
    }
  }

  /** Parses on this thread, with nothing left over from the parsing before. */
  static Jsonata parse(String source) {
    Parser parser = OF_THREAD.get();
    if (parser == null) {
      parser = new Parser();
      OF_THREAD.set(parser);
    }
    if (!(TABLE.get(parser) instanceof PrototypeTable)) {
      TABLE.set(parser, new PrototypeTable((Map<?, ?>) TABLE.get(parser)));
    }
    ANCESTRY.set(parser, new ArrayList<>());
    ANCESTORS.set(parser, 0);
    try {
      return Jsonata.jsonata(source);
    } finally {
      forget(parser);
    }
  }

  /** Lets go of the source in the copy of the parser that a copied node belongs to. */
  static void release(Symbol symbol) {
    if (OWNER.get(symbol) instanceof Parser parser) {
      forget(parser);
    }
  }

  private static void forget(Parser parser) {
    SOURCE.set(parser, null);
    LEXER.set(parser, null);
  }

  /** The prototypes of all operators; a copied node, being parsed, needs none of them. */
  private static final class PrototypeTable extends HashMap<Object, Object> {

    private PrototypeTable(Map<?, ?> prototypes) {
      super(prototypes);
    }

    private Object writeReplace() {
      return new HashMap<>();
    }
  }
}
