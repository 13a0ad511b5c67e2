package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.flow.TryStep;
import org.springframework.stereotype.Component;

/** Runs its members, and takes up their failure. */
@Component
class TryHandler implements StepHandler<TryStep> {

  @Override
  public Class<TryStep> kind() {
    return TryStep.class;
  }

  @Override
  public CompiledStep compile(TryStep step, CompileContext context) {
    var failure =
        Failure.of(Failure.Kind.CONFIGURATION, "Not ready", "This kind of step cannot run yet.");
    return run -> new StepResult.Failed(failure);
  }
}
