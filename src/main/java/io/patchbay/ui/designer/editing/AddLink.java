package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import java.util.ArrayList;
import java.util.List;

/** Draws a link or a cable; changes nothing where it does not fit. */
public record AddLink(Link link) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    if (!Links.fits(flow, link)) {
      return flow;
    }
    List<Link> links = new ArrayList<>(flow.links());
    links.add(link);
    return flow.withLinks(links);
  }

  @Override
  public String label(Flow flow) {
    return link.isCable() ? "patch cable" : "link";
  }
}
