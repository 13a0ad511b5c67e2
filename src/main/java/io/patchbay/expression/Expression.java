package io.patchbay.expression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled JSONata expression; immutable, safe to share between threads. */
public final class Expression {

  /**
   * The result of an expression that has no value (JSONata's "undefined"), which is not JSON null.
   */
  public static final Object ABSENT =
      new Object() {
        @Override
        public String toString() {
          return "absent";
        }
      };

  private static final long COMPILE_MILLIS = 5_000;

  /** Between two looks at the clock a function may run a little longer than the meter allows. */
  private static final long GRACE_MILLIS = 500;

  private final String source;
  private final Program program;
  private final Set<Reference> references;
  private final @Nullable FastPath fast;

  private Expression(String source, Program program) {
    this.source = source;
    this.program = program;
    this.references = ReferenceFinder.find(program.tree());
    this.fast = FastPathFinder.find(program.tree());
  }

  /**
   * Compiles JSONata without braces around it.
   *
   * @throws ExpressionException when it is no JSONata, or too long or too deeply nested
   */
  public static Expression compile(String source) {
    try {
      SourceLimits.check(source);
      return EvaluationThreads.shared()
          .call(() -> new Expression(source, Program.parse(source)), COMPILE_MILLIS, () -> {});
    } catch (RuntimeException | Error e) {
      throw ErrorMessages.of(e, source, -1);
    }
  }

  /** Why the source does not compile; empty when it does. */
  public static Optional<ExpressionProblem> check(String source) {
    try {
      compile(source);
      return Optional.empty();
    } catch (ExpressionException e) {
      return Optional.of(new ExpressionProblem(String.valueOf(e.getMessage()), e.position()));
    }
  }

  /**
   * Evaluates over the given names; plain values in, plain value out.
   *
   * @return a plain value, or {@link #ABSENT}
   * @throws ExpressionException when it fails or exceeds the limits of time, depth or size
   */
  public @Nullable Object evaluate(Map<String, @Nullable Object> scope) {
    if (fast != null) {
      Object result = fast.evaluate(scope);
      if (!FastPath.UNDECIDED.equals(result)) {
        return result;
      }
    }
    return evaluateFully(scope);
  }

  /** Evaluates without the short way, which must not make a difference. */
  @Nullable Object evaluateFully(Map<String, @Nullable Object> scope) {
    var run = new Evaluation(program, source, scope);
    return EvaluationThreads.shared()
        .call(run, Meter.MAX_MILLIS * Meter.MAX_WAITING + GRACE_MILLIS, run::cancel);
  }

  /** Whether it is simple enough to be evaluated on the calling thread. */
  boolean isFast() {
    return fast != null;
  }

  /** The paths that it reads. */
  public Set<Reference> references() {
    return references;
  }

  /** The text that it was compiled from. */
  public String source() {
    return source;
  }
}
