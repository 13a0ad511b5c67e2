package io.patchbay.ui.designer.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Steps taken out of a flow as text, to be pasted into this one or another.
 *
 * @param format always {@value #FORMAT}
 * @param links those between the steps
 * @param layout where they stood
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Cuttings(
    String format, List<Step> steps, List<Link> links, Map<String, Position> layout) {

  static final String FORMAT = "patchbay/steps@1";

  public Cuttings {
    steps = steps == null ? List.of() : List.copyOf(steps);
    links = links == null ? List.of() : List.copyOf(links);
    layout = layout == null ? Map.of() : new LinkedHashMap<>(layout);
  }

  /**
   * The steps of these ids with all that is inside of them; triggers are left out, an address
   * belongs to one flow.
   */
  public static Cuttings of(Flow flow, Collection<String> ids) {
    Set<String> all = Containers.withInside(flow, ids);
    List<Step> steps = flow.steps().stream().filter(step -> all.contains(step.id())).toList();
    List<String> kept = steps.stream().map(Step::id).toList();
    Map<String, Position> layout = new LinkedHashMap<>(flow.layout());
    layout.keySet().retainAll(kept);
    List<Link> links =
        flow.links().stream()
            .filter(link -> kept.contains(link.from()) && kept.contains(link.to()))
            .toList();
    return new Cuttings(FORMAT, steps, links, layout);
  }

  /** What the text holds, if it holds steps. */
  public static Optional<Cuttings> read(String text) {
    if (!text.contains(FORMAT)) {
      return Optional.empty();
    }
    try {
      Cuttings cuttings = Json.readDocument(text, Cuttings.class);
      return FORMAT.equals(cuttings.format()) && !cuttings.steps().isEmpty()
          ? Optional.of(cuttings)
          : Optional.empty();
    } catch (InvalidException e) {
      return Optional.empty();
    }
  }

  /** JSON, fit for the clipboard. */
  public String text() {
    return Json.writePretty(this);
  }
}
