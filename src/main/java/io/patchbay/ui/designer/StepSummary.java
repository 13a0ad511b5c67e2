package io.patchbay.ui.designer;

import io.patchbay.flow.CallStep;
import io.patchbay.flow.ConditionStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.FailStep;
import io.patchbay.flow.HeadersStep;
import io.patchbay.flow.NoteStep;
import io.patchbay.flow.RespondStep;
import io.patchbay.flow.Step;
import io.patchbay.flow.TransformStep;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.designer.editing.Fx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
      case TransformStep transform -> value(transform.value());
      case ConditionStep condition -> Fx.source(condition.when());
      case RespondStep respond -> respond(respond);
      case FailStep fail -> fail.message() == null ? "Ends the run" : Fx.source(fail.message());
      case HeadersStep headers -> headers(headers);
      case CustomizationStep other -> other.kind();
      case NoteStep note -> note.text() == null ? "" : note.text();
    };
  }

  private static String respond(RespondStep respond) {
    JsonNode status = respond.status();
    String code = status == null ? "200" : Fx.source(status);
    String body = value(respond.body());
    return body.isEmpty() ? code : code + " · " + body;
  }

  private static String headers(HeadersStep headers) {
    List<String> names = new ArrayList<>(headers.set().keySet());
    headers.remove().forEach(name -> names.add("no " + name));
    if (names.isEmpty()) {
      return "No header yet";
    }
    return names.size() == 1 ? names.getFirst() : names.getFirst() + ", +" + (names.size() - 1);
  }

  private static String value(@Nullable JsonNode value) {
    if (value == null) {
      return "";
    }
    if (value.isObject()) {
      return value.isEmpty() ? "{}" : "{ " + String.join(", ", value.propertyNames()) + " }";
    }
    if (value.isArray()) {
      return "[ %d ]".formatted(value.size());
    }
    return Fx.source(value).replaceAll("\\s+", " ");
  }
}
