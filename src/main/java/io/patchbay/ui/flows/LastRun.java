package io.patchbay.ui.flows;

import com.vaadin.flow.component.Component;
import io.patchbay.run.Run;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import org.jspecify.annotations.Nullable;

/** How the last run of a flow went and when it was, for a row of a list. */
public final class LastRun {

  private LastRun() {}

  /** State and time; says so when there was no run. */
  public static Component of(@Nullable Run run, Times times) {
    if (run == null) {
      return Look.span("pb-text-3", "No run yet");
    }
    return Look.title(
        times.full(run.startedAt()),
        Look.line(
            "pb-row pb-gap-s",
            Badges.state(run.state()),
            Look.span("pb-text-2 pb-num", times.ago(run.startedAt()))));
  }
}
