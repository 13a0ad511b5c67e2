package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowSettings;
import org.jspecify.annotations.Nullable;

/** Changes what holds for the whole flow. */
public record SetSettings(String name, @Nullable String description, FlowSettings settings)
    implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    return new Flow(
        flow.format(),
        name.isBlank() ? flow.name() : name.strip(),
        description == null || description.isBlank() ? null : description,
        settings.equals(FlowSettings.DEFAULTS) ? null : settings,
        flow.triggers(),
        flow.steps(),
        flow.links(),
        flow.layout(),
        flow.pins());
  }

  @Override
  public String label(Flow flow) {
    return "change of the settings";
  }

  @Override
  public String together() {
    return "settings";
  }
}
