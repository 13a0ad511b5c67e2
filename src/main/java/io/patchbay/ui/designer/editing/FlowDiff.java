package io.patchbay.ui.designer.editing;

import io.patchbay.api.Customization;
import io.patchbay.common.Json;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.customizing.CustomizationKind;
import io.patchbay.ui.customizing.CustomizationWords;
import io.patchbay.ui.shell.Fx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs between two flows for those who run them; places and pins do not count. */
public final class FlowDiff {

  private FlowDiff() {}

  /** How something differs. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * One difference.
   *
   * @param kind what happened to it
   * @param id of the trigger or step; absent for links and settings
   * @param what its name for people
   * @param details what changed of it, one line each
   */
  public record Difference(Kind kind, @Nullable String id, String what, List<String> details) {

    public Difference {
      details = List.copyOf(details);
    }
  }

  /** All differences from {@code old}, which is null when there is none, to {@code now}. */
  public static List<Difference> between(@Nullable Flow old, Flow now) {
    Flow before = old == null ? Flow.named(now.name()) : old;
    List<Difference> all = new ArrayList<>();
    settings(before, now, all);
    boxes(documents(before), documents(now), all);
    links(before, now, all);
    return all;
  }

  private static void settings(Flow before, Flow now, List<Difference> all) {
    List<String> details = new ArrayList<>();
    if (!before.name().equals(now.name())) {
      details.add("name: %s → %s".formatted(before.name(), now.name()));
    }
    if (!Objects.equals(before.description(), now.description())) {
      details.add("description");
    }
    if (!before.effectiveSettings().equals(now.effectiveSettings())) {
      compare(
          "",
          Json.toTree(before.effectiveSettings()),
          Json.toTree(now.effectiveSettings()),
          details);
    }
    if (!details.isEmpty()) {
      all.add(new Difference(Kind.CHANGED, null, "Settings", details));
    }
  }

  private static void boxes(Map<String, Box> before, Map<String, Box> now, List<Difference> all) {
    now.forEach((id, box) -> {
      Box old = before.get(id);
      if (old == null) {
        all.add(new Difference(Kind.ADDED, id, box.label(), box.about()));
      } else if (!old.document().equals(box.document())) {
        List<String> details = new ArrayList<>();
        compare("", old.document(), box.document(), details);
        if (!box.about().isEmpty()) {
          details.replaceAll(FlowDiff::customizationWords);
        }
        all.add(new Difference(Kind.CHANGED, id, box.label(), details));
      }
    });
    before.forEach((id, box) -> {
      if (!now.containsKey(id)) {
        all.add(new Difference(Kind.REMOVED, id, box.label(), List.of()));
      }
    });
  }

  private static void links(Flow before, Flow now, List<Difference> all) {
    List<String> details = new ArrayList<>();
    for (Link link : now.links()) {
      if (!before.links().contains(link)) {
        details.add("+ " + words(link, now));
      }
    }
    for (Link link : before.links()) {
      if (!now.links().contains(link)) {
        details.add("− " + words(link, before));
      }
    }
    for (Step step : now.steps()) {
      List<String> cables = customizations(now, step.id());
      List<String> old = customizations(before, step.id());
      if (!cables.equals(old) && Set.copyOf(cables).equals(Set.copyOf(old))) {
        details.add(
            "customizations of %s in another order: %s"
                .formatted(
                    step.label(),
                    cables.stream().map(id -> label(now, id)).collect(Collectors.joining(", "))));
      }
    }
    if (!details.isEmpty()) {
      all.add(new Difference(Kind.CHANGED, null, "Links", details));
    }
  }

  /** The nodes that are patched to a call, in their order. */
  private static List<String> customizations(Flow flow, String call) {
    return flow.links().stream()
        .filter(link -> link.isCable() && link.to().equals(call))
        .map(Link::from)
        .toList();
  }

  /** What the fields of customizations hold says more than the fields' names. */
  private static String customizationWords(String detail) {
    return detail
        .replaceFirst("^(set|policies|recipe|auth)\\.", "")
        .replaceFirst("^append\\.", "+ ")
        .replaceFirst("^remove: ", "removed: ");
  }

  private static String words(Link link, Flow flow) {
    String port =
        link.isCable()
            ? " customizes "
            : link.leaves().equals(Link.NEXT) ? " → " : " " + link.leaves() + " → ";
    return label(flow, link.from()) + port + label(flow, link.to());
  }

  private static String label(Flow flow, String id) {
    return flow.step(id).map(Step::label).or(() -> flow.trigger(id).map(Trigger::label)).orElse(id);
  }

  /** One line for each field that differs, however deep in objects. */
  private static void compare(
      String path, @Nullable JsonNode old, @Nullable JsonNode now, List<String> details) {
    if (Objects.equals(old, now)) {
      return;
    }
    if (old != null && now != null && old.isObject() && now.isObject()) {
      Set<String> names = new LinkedHashSet<>(old.propertyNames());
      names.addAll(now.propertyNames());
      for (String name : names) {
        compare(path.isEmpty() ? name : path + "." + name, old.get(name), now.get(name), details);
      }
    } else if (old == null) {
      details.add("%s: %s".formatted(path, text(now)));
    } else if (now == null) {
      details.add("%s: no longer %s".formatted(path, text(old)));
    } else {
      details.add("%s: %s → %s".formatted(path, text(old), text(now)));
    }
  }

  private static String text(@Nullable JsonNode value) {
    String text = value == null ? "" : Fx.source(value).replaceAll("\\s+", " ");
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  private static Map<String, Box> documents(Flow flow) {
    Map<String, Box> boxes = new LinkedHashMap<>();
    flow.triggers().forEach(t -> boxes.put(t.id(), new Box(t.label(), List.of(), Json.toTree(t))));
    flow.steps().forEach(s -> boxes.put(s.id(), new Box(s.label(), about(s), Json.toTree(s))));
    return boxes;
  }

  /** What a customization is and does, which its name need not say; nothing for other steps. */
  private static List<String> about(Step step) {
    if (!(step instanceof CustomizationStep node)) {
      return List.of();
    }
    Customization customization = node.customization();
    return List.of(
        "%s: %s"
            .formatted(
                CustomizationKind.of(customization).title(),
                CustomizationWords.all(customization)));
  }

  private record Box(String label, List<String> about, JsonNode document) {}
}
