package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets a customization of a call apply earlier or later than the others of that call; the order of
 * the cables is the order in which they apply.
 *
 * @param by -1 for earlier, 1 for later
 */
public record MoveCable(String customization, String call, int by) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    List<Link> links = new ArrayList<>(flow.links());
    List<Integer> places =
        IntStream.range(0, links.size())
            .filter(i -> links.get(i).isCable() && links.get(i).to().equals(call))
            .boxed()
            .toList();
    int at =
        IntStream.range(0, places.size())
            .filter(i -> links.get(places.get(i)).from().equals(customization))
            .findFirst()
            .orElse(-1);
    int to = at + by;
    if (at < 0 || to < 0 || to >= places.size()) {
      return flow;
    }
    Collections.swap(links, places.get(at), places.get(to));
    return flow.withLinks(links);
  }

  @Override
  public String label(Flow flow) {
    return "order of customizations";
  }
}
