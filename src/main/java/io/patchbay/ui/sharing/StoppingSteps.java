package io.patchbay.ui.sharing;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.ApiUse;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;

/** The steps of another workspace's flows that would no longer run, for a confirmation. */
final class StoppingSteps extends Div {

  private static final int MOST = 12;

  StoppingSteps(List<ApiUse> uses) {
    addClassName("pb-stopping");
    Look.testId("stopping", this);
    uses.stream()
        .limit(MOST)
        .forEach(use ->
            add(
                Look.div(
                    "pb-list-row",
                    Icons.WORKFLOW.create("pb-i14"),
                    Look.span("pb-strong pb-ellipsis", use.flowName()),
                    Look.span("pb-mono-s pb-text-2 pb-ellipsis", use.step()),
                    Look.line(
                        "pb-end",
                        use.live() ? Badges.tag("success", "live") : Badges.tag("", "draft")))));
    if (uses.size() > MOST) {
      add(Look.span("pb-small pb-text-3", "and %d more steps".formatted(uses.size() - MOST)));
    }
  }

  /** For example {@code 2 flows}. */
  static String flows(List<ApiUse> uses) {
    long flows = uses.stream().map(ApiUse::flow).distinct().count();
    return flows == 1 ? "1 flow" : flows + " flows";
  }
}
