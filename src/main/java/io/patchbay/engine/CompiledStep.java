package io.patchbay.engine;

/** A step that is ready to run, any number of times and in several threads at once. */
@FunctionalInterface
public interface CompiledStep {

  /**
   * Does the step's work; blocks its (virtual) thread. An interrupt asks it to end early.
   *
   * @throws io.patchbay.expression.ExpressionException when an expression fails: the step fails
   */
  StepResult run(RunContext context);
}
