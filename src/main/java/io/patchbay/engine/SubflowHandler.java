package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.flow.SubflowStep;
import org.springframework.stereotype.Component;

/** Runs another flow. */
@Component
class SubflowHandler implements StepHandler<SubflowStep> {

  @Override
  public Class<SubflowStep> kind() {
    return SubflowStep.class;
  }

  @Override
  public CompiledStep compile(SubflowStep step, CompileContext context) {
    var failure =
        Failure.of(Failure.Kind.CONFIGURATION, "Not ready", "This kind of step cannot run yet.");
    return run -> new StepResult.Failed(failure);
  }
}
