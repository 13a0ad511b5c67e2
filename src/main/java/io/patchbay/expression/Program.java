package io.patchbay.expression;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser.Symbol;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A parsed expression, made safe to be shared and evaluated; see docs/decisions/010. */
final class Program {

  private static final Set<String> RESERVED = Set.of("__evaluate_entry", "__evaluate_exit");
  private static final int MAX_SIGNATURE = 200;

  private final Jsonata compiled;
  private final Map<Symbol, Role> roles = new HashMap<>();

  private Program(Jsonata compiled) {
    this.compiled = compiled;
  }

  static {
    // The library makes the tree of the operator ~> between functions when it is first needed.
    var chain = parse("($uppercase ~> $lowercase)('a')");
    chain.evaluate(Map.of(), Map.of(), new Meter(Map.of(), Meter.MAX_MILLIS));
  }

  static Program parse(String source) {
    var compiled = Parsers.parse(source);
    compiled.setValidateInput(false);
    compiled.setOutputConvertNulls(false);
    Symbols.useFunctions(compiled, SafeFunctions.ALL);
    var program = new Program(compiled);
    program.prepare(program.tree(), false);
    return program;
  }

  Symbol tree() {
    return Symbols.tree(compiled);
  }

  Meter newMeter(long millis) {
    return new Meter(roles, millis);
  }

  /**
   * Evaluates on this thread, within what the meter allows.
   *
   * @param input the root: any plain value, or {@link Expression#ABSENT}
   * @param variables further values, under names without the dollar sign
   */
  @Nullable Object evaluate(
      @Nullable Object input, Map<String, @Nullable Object> variables, Meter meter) {
    var frame = compiled.createFrame();
    variables.forEach((name, value) -> frame.bind(name, DataValue.of(value)));
    frame.setEvaluateEntryCallback(meter::enter);
    frame.setEvaluateExitCallback(meter::exit);
    meter.runsHere();
    try {
      return PlainResult.of(compiled.evaluate(DataValue.of(input), frame), meter);
    } finally {
      Meter.doneHere();
    }
  }

  private void prepare(Symbol symbol, boolean step) {
    if (roles.putIfAbsent(symbol, Role.of(symbol, step)) != null) {
      return;
    }
    checkNames(symbol);
    Parsers.release(symbol);
    if (Symbols.value(symbol) instanceof Pattern pattern) {
      Symbols.setValue(symbol, SafeRegex.of(pattern));
    }
    var steps = Symbols.steps(symbol);
    steps.forEach(part -> prepare(part, true));
    Symbols.children(symbol).forEach(part -> prepare(part, false));
  }

  /** The evaluator finds what meters it under reserved names, which a source could bind anew. */
  private static void checkNames(Symbol symbol) {
    boolean reserved =
        (Symbols.type(symbol).equals("variable") && RESERVED.contains(Symbols.text(symbol)))
            || RESERVED.contains(String.valueOf(symbol.focus))
            || RESERVED.contains(String.valueOf(symbol.index))
            || (Symbols.type(symbol).equals("index") && RESERVED.contains(Symbols.text(symbol)));
    if (reserved) {
      throw new ExpressionException("This variable's name is reserved", Symbols.position(symbol));
    }
    String signature = Symbols.signatureText(symbol.signature);
    boolean dear = signature.chars().filter(c -> c == '+').count() > 1;
    if (dear || signature.length() > MAX_SIGNATURE) {
      throw new ExpressionException(
          "The signature of this function is too long or repeats more than one parameter",
          Symbols.position(symbol));
    }
  }
}
