package io.patchbay.engine;

import io.patchbay.expression.Template;
import io.patchbay.expression.Truth;
import io.patchbay.flow.SwitchStep;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Goes on at the first case that holds. */
@Component
class SwitchHandler implements StepHandler<SwitchStep> {

  @Override
  public Class<SwitchStep> kind() {
    return SwitchStep.class;
  }

  @Override
  public CompiledStep compile(SwitchStep step, CompileContext context) {
    var cases = new LinkedHashMap<String, Template>();
    step.cases().forEach(one -> cases.putIfAbsent(one.port(), Template.ofText(one.when())));
    return run -> {
      String port = SwitchStep.ELSE;
      for (var one : cases.entrySet()) {
        if (Truth.of(one.getValue().evaluate(run.scope()))) {
          port = one.getKey();
          break;
        }
      }
      return new StepResult.Completed(Map.of("body", port), port);
    };
  }
}
