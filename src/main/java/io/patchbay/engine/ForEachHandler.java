package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.flow.ForEachStep;
import org.springframework.stereotype.Component;

/** Runs its members for each element. */
@Component
class ForEachHandler implements StepHandler<ForEachStep> {

  @Override
  public Class<ForEachStep> kind() {
    return ForEachStep.class;
  }

  @Override
  public CompiledStep compile(ForEachStep step, CompileContext context) {
    var failure =
        Failure.of(Failure.Kind.CONFIGURATION, "Not ready", "This kind of step cannot run yet.");
    return run -> new StepResult.Failed(failure);
  }
}
