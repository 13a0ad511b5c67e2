package io.patchbay.ui.designer.palette;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.VersionWish;
import io.patchbay.common.Ids;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Step;
import io.patchbay.flow.SubflowStep;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.designer.editing.MethodLookup;
import io.patchbay.ui.designer.editing.NewIds;
import io.patchbay.ui.designer.inspector.StepForms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the step or trigger that a row of the palette stands for. */
@Component
public class NewSteps {

  private static final int PATH_BYTES = 9;

  private final StepForms forms;
  private final Ids ids;

  NewSteps(StepForms forms, Ids ids) {
    this.forms = forms;
    this.ids = ids;
  }

  /** A new step for this flow; nothing for triggers and unknown kinds. */
  public Optional<Step> step(PaletteItem item, Flow flow, MethodLookup lookup) {
    String api = item.api();
    String method = item.method();
    if (api != null && method != null) {
      var step = call(NewIds.after(method, flow), api, method, lookup);
      String title = lookup.method(step).map(ApiMethod::label).orElse(method);
      return Optional.of(title.equals(method) ? step : step.withName(title));
    }
    String subflow = item.flow();
    if (subflow != null) {
      return Optional.of(new SubflowStep(NewIds.after(subflow, flow), null, subflow, null));
    }
    return forms.ofKind(item.kind()).map(form -> form.create(NewIds.after(item.kind(), flow)));
  }

  /**
   * Calls the newest major version, so that what is published later does not break the flow; the
   * draft, where no version has the method yet.
   */
  static CallStep call(String id, String api, String method, MethodLookup lookup) {
    var step = new CallStep(id, null, api, null, method, Map.of(), null);
    var versions = lookup.versions(api);
    if (versions.isEmpty()) {
      return step;
    }
    var newest = step.withVersion(String.valueOf(versions.getFirst().version().major()));
    var draft = step.withVersion(VersionWish.DRAFT);
    return lookup.method(newest).isEmpty() && lookup.method(draft).isPresent() ? draft : newest;
  }

  /** A new trigger for this flow; nothing for steps and unknown kinds. */
  public Optional<Trigger> trigger(PaletteItem item, Flow flow) {
    return switch (item.kind()) {
      case "webhook" ->
          Optional.of(
              Trigger.Webhook.of(
                  NewIds.after("hook", flow), "Webhook", ids.token(PATH_BYTES), List.of()));
      case "manual" ->
          Optional.of(new Trigger.Manual(NewIds.after("manual", flow), "Started by hand"));
      default -> Optional.empty();
    };
  }
}
