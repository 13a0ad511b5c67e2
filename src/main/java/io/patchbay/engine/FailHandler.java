package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.expression.Template;
import io.patchbay.flow.FailStep;
import org.springframework.stereotype.Component;

/** Ends the run as failed. */
@Component
class FailHandler implements StepHandler<FailStep> {

  @Override
  public Class<FailStep> kind() {
    return FailStep.class;
  }

  @Override
  public CompiledStep compile(FailStep step, CompileContext context) {
    var message = Template.ofText(step.message() == null ? "" : step.message());
    int status = step.status() == null ? 500 : step.status();
    return run -> {
      String detail = Texts.of(message.evaluate(run.scope()));
      run.given(detail);
      return new StepResult.Failed(
          Failure.of(Failure.Kind.FAILED, step.label(), detail).withStatus(status));
    };
  }
}
