package io.patchbay.expression;

import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the library, metered, and with a body of our own where the library's could run or
 * grow without end.
 */
final class SafeFunction extends JFunction {

  private final JFunction original;

  private SafeFunction(JFunction original, Body body) {
    super(
        (input, args) -> {
          Meter meter = Meter.current();
          meter.tick();
          Object result = body.call(new Arguments((List<?>) args, meter));
          meter.checkValue(result);
          return result;
        },
        null);
    this.original = original;
    Symbols.copyIdentity(original, this);
  }

  /** The function as it is, metered. */
  static SafeFunction metered(JFunction original) {
    return new SafeFunction(original, arguments -> original.call(null, arguments.all()));
  }

  /** A body of our own under the name and with the parameters of the function. */
  static SafeFunction replaced(JFunction original, Body body) {
    return new SafeFunction(original, body);
  }

  /** The function as it is after a look at its arguments. */
  static SafeFunction guarded(JFunction original, Guard guard) {
    return new SafeFunction(
        original,
        arguments -> {
          guard.check(arguments);
          return original.call(null, arguments.all());
        });
  }

  @Override
  public int getNumberOfArgs() {
    return original.getNumberOfArgs();
  }

  /** What the function does. */
  @FunctionalInterface
  interface Body {
    @Nullable Object call(Arguments arguments);
  }

  /** Throws when the arguments would be too dear. */
  @FunctionalInterface
  interface Guard {
    void check(Arguments arguments);
  }
}
