package io.patchbay.engine;

import io.patchbay.flow.ActiveStep;

/** Knows how one kind of step runs; there is exactly one for each kind. */
public interface StepHandler<S extends ActiveStep> {

  /** The kind that it handles. */
  Class<S> kind();

  /**
   * Does once per version of a flow what need not be done once per run.
   *
   * @throws io.patchbay.expression.ExpressionException when an expression of the step is none; the
   *     step then fails whenever a run comes to it
   */
  CompiledStep compile(S step, CompileContext context);
}
