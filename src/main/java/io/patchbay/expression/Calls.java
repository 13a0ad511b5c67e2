package io.patchbay.expression;

import com.dashjoin.jsonata.Functions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls a function value of the language from a function of ours. */
final class Calls {

  private Calls() {}

  static @Nullable Object apply(@Nullable Object function, List<?> arguments) {
    try {
      return Functions.funcApply(function, arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
