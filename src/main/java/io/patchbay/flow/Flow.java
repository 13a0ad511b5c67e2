package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The drawing, the document format {@code patchbay/flow@1}. Data only: it need not be valid, a
 * draft rarely is.
 *
 * @param format always {@value #FORMAT}
 * @param name for people
 * @param description Markdown
 * @param settings what holds for the whole flow
 * @param triggers what starts it
 * @param steps its boxes, customizations and notes included
 * @param links its arrows and cables
 * @param layout where boxes stand on the canvas, by id of trigger or step
 * @param pins frozen sample outputs by id of trigger or step; used in previews and tests, never by
 *     a published version
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "format",
  "name",
  "description",
  "settings",
  "triggers",
  "steps",
  "links",
  "layout",
  "pins"
})
public record Flow(
    String format,
    String name,
    @Nullable String description,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FlowSettings settings,
    List<Trigger> triggers,
    List<Step> steps,
    List<Link> links,
    Map<String, Position> layout,
    Map<String, JsonNode> pins) {

  public static final String FORMAT = "patchbay/flow@1";

  public Flow {
    format = format == null ? FORMAT : format;
    name = name == null ? "" : name;
    triggers = triggers == null ? List.of() : List.copyOf(triggers);
    steps = steps == null ? List.of() : List.copyOf(steps);
    links = links == null ? List.of() : List.copyOf(links);
    layout = layout == null ? Map.of() : new LinkedHashMap<>(layout);
    pins = pins == null ? Map.of() : new LinkedHashMap<>(pins);
  }

  /** A flow with nothing on its canvas. */
  public static Flow named(String name) {
    return new Flow(FORMAT, name, null, null, List.of(), List.of(), List.of(), Map.of(), Map.of());
  }

  /**
   * A place on the canvas in pixels, written as {@code [x, y]}, or {@code [x, y, width, height]}
   * for notes.
   */
  public record Position(int x, int y, @Nullable Integer width, @Nullable Integer height) {

    @JsonCreator
    static Position of(List<Integer> numbers) {
      if (numbers.size() != 2 && numbers.size() != 4) {
        throw new IllegalArgumentException("a position is [x, y] or [x, y, width, height]");
      }
      return numbers.size() == 2
          ? at(numbers.get(0), numbers.get(1))
          : new Position(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    @JsonValue
    List<Integer> numbers() {
      return width == null || height == null ? List.of(x, y) : List.of(x, y, width, height);
    }

    public static Position at(int x, int y) {
      return new Position(x, y, null, null);
    }
  }

  /** What holds for the whole flow; the defaults where a draft says nothing. */
  @JsonIgnore
  public FlowSettings effectiveSettings() {
    return settings == null ? FlowSettings.DEFAULTS : settings;
  }

  public Optional<Step> step(String id) {
    return steps.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  public Optional<Trigger> trigger(String id) {
    return triggers.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /** The container that a step is in; empty for one that is in none. */
  public Optional<ContainerStep> containerOf(String id) {
    return steps.stream()
        .filter(ContainerStep.class::isInstance)
        .map(ContainerStep.class::cast)
        .filter(container -> container.contains().contains(id))
        .findFirst();
  }

  /** The ids of all triggers and steps, in their order. */
  @JsonIgnore
  public List<String> ids() {
    return Stream.concat(triggers.stream().map(Trigger::id), steps.stream().map(Step::id)).toList();
  }

  public Flow withName(String newName) {
    return new Flow(format, newName, description, settings, triggers, steps, links, layout, pins);
  }

  public Flow withSettings(FlowSettings newSettings) {
    return new Flow(format, name, description, newSettings, triggers, steps, links, layout, pins);
  }

  public Flow withTriggers(List<Trigger> newTriggers) {
    return new Flow(format, name, description, settings, newTriggers, steps, links, layout, pins);
  }

  public Flow withSteps(List<Step> newSteps) {
    return new Flow(format, name, description, settings, triggers, newSteps, links, layout, pins);
  }

  public Flow withLinks(List<Link> newLinks) {
    return new Flow(format, name, description, settings, triggers, steps, newLinks, layout, pins);
  }

  public Flow withLayout(Map<String, Position> newLayout) {
    return new Flow(format, name, description, settings, triggers, steps, links, newLayout, pins);
  }

  public Flow withPins(Map<String, JsonNode> newPins) {
    return new Flow(format, name, description, settings, triggers, steps, links, layout, newPins);
  }
}
