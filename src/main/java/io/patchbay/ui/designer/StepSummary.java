package io.patchbay.ui.designer;

import io.patchbay.flow.CallStep;
import io.patchbay.flow.CallbackStep;
import io.patchbay.flow.ConditionStep;
import io.patchbay.flow.ContainerStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.FailStep;
import io.patchbay.flow.ForEachStep;
import io.patchbay.flow.NoteStep;
import io.patchbay.flow.RespondStep;
import io.patchbay.flow.SetStep;
import io.patchbay.flow.Step;
import io.patchbay.flow.SubflowStep;
import io.patchbay.flow.SwitchStep;
import io.patchbay.flow.TransformStep;
import io.patchbay.flow.Trigger;
import io.patchbay.flow.TryStep;
import io.patchbay.flow.ValidateStep;
import io.patchbay.flow.WaitStep;
import io.patchbay.ui.customizing.CustomizationWords;
import io.patchbay.ui.shell.Fx;
import java.util.stream.Collectors;
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
      case SwitchStep choice -> cases(choice);
      case ForEachStep each -> CustomizationWords.value(each.items());
      case TryStep _ -> "a failure inside leaves at error";
      case SubflowStep subflow -> subflow.flow().isEmpty() ? "Choose a flow" : subflow.flow();
      case SetStep set -> String.join(", ", set.values().keySet());
      case ValidateStep validate -> CustomizationWords.value(validate.value());
      case WaitStep wait -> wait(wait);
      case CallbackStep callback ->
          "Up to "
              + (callback.timeout() == null ? CallbackStep.DEFAULT_TIMEOUT : callback.timeout());
      case RespondStep respond -> respond(respond);
      case FailStep fail -> fail.message() == null ? "Ends the run" : Fx.source(fail.message());
      case CustomizationStep other -> CustomizationWords.brief(other.customization());
      case NoteStep note -> note.text() == null ? "" : note.text();
    };
  }

  /** How a container runs what is inside; empty where there is nothing to say. */
  static String limits(ContainerStep container) {
    if (!(container instanceof ForEachStep each)) {
      return "";
    }
    Integer concurrency = each.concurrency();
    return concurrency == null || concurrency == 1 ? "" : concurrency + " at a time";
  }

  private static String cases(SwitchStep choice) {
    return switch (choice.cases().size()) {
      case 0 -> "No cases";
      case 1 -> choice.cases().getFirst().port() + ", else";
      default ->
          choice.cases().stream().map(SwitchStep.Case::port).collect(Collectors.joining(", "));
    };
  }

  private static String wait(WaitStep wait) {
    return wait.until() == null
        ? wait.duration() == null ? "" : Fx.source(wait.duration())
        : "Until " + Fx.source(wait.until());
  }

  private static String respond(RespondStep respond) {
    JsonNode status = respond.status();
    String code = status == null ? "200" : Fx.source(status);
    String body = CustomizationWords.value(respond.body());
    return body.isEmpty() ? code : code + " · " + body;
  }
}
