package io.patchbay.ui.designer;

import io.patchbay.flow.CallStep;
import io.patchbay.flow.ConditionStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.FailStep;
import io.patchbay.flow.NoteStep;
import io.patchbay.flow.RespondStep;
import io.patchbay.flow.Step;
import io.patchbay.flow.TransformStep;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.customizing.CustomizationWords;
import io.patchbay.ui.shell.Fx;
import tools.jackson.databind.JsonNode;

/** The second line of a box on the canvas: what its setting comes to, in a few words. */
final class StepSummary {

  private StepSummary() {}

  static String of(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Webhook hook ->
          "/"
              + hook.path()
              + (hook.verbs().size() > 1 ? " +%d".formatted(hook.verbs().size() - 1) : "");
      case Trigger.Manual _ -> "Started by hand";
    };
  }

  static String of(Step step) {
    return switch (step) {
      case CallStep call -> call.method();
      case TransformStep transform -> CustomizationWords.value(transform.value());
      case ConditionStep condition -> Fx.source(condition.when());
      case RespondStep respond -> respond(respond);
      case FailStep fail -> fail.message() == null ? "Ends the run" : Fx.source(fail.message());
      case CustomizationStep other -> CustomizationWords.brief(other.customization());
      case NoteStep note -> note.text() == null ? "" : note.text();
    };
  }

  private static String respond(RespondStep respond) {
    JsonNode status = respond.status();
    String code = status == null ? "200" : Fx.source(status);
    String body = CustomizationWords.value(respond.body());
    return body.isEmpty() ? code : code + " · " + body;
  }
}
