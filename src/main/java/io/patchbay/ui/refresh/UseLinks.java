package io.patchbay.ui.refresh;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.ApiUse;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;
import java.util.List;

/** The steps of flows that call something, each a link to its flow. */
public final class UseLinks extends Div {

  private static final int MOST = 20;

  public UseLinks(Visit visit, List<ApiUse> uses) {
    addClassName("pb-use-links");
    uses.stream().limit(MOST).forEach(use -> add(link(visit, use)));
    if (uses.size() > MOST) {
      add(Look.span("pb-small pb-text-3", "and %d more".formatted(uses.size() - MOST)));
    }
  }

  private static Component link(Visit visit, ApiUse use) {
    boolean own = use.workspace().equals(visit.workspace());
    var state = use.live() ? Badges.tag("success", "live") : Badges.tag("", "draft");
    String name = own ? use.flowName() : use.flowName() + " in " + use.workspace();
    if (!own) {
      return Look.line(
          "pb-use-link",
          Icons.WORKFLOW.create("pb-i12"),
          new Span(name),
          Look.mono(use.step()),
          state);
    }
    var link =
        Look.link(
            visit.path("flows", use.flow()),
            Icons.WORKFLOW.create("pb-i12"),
            new Span(name),
            Look.mono(use.step()),
            state);
    link.addClassName("pb-use-link");
    return link;
  }
}
