package io.patchbay.ui.flows;

import io.patchbay.api.Verb;
import io.patchbay.common.Slug;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.Trigger;
import io.patchbay.flow.WebhookPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What new flows begin with: empty ones and copies. */
final class FlowSeeds {

  private static final String TRIGGER = "trigger";
  private static final Position TOP = Position.at(300, 0);
  private static final int LONGEST_STEM = 55;

  private FlowSeeds() {}

  /** A flow with one webhook that nobody can guess. */
  static Flow withWebhook(String name, String path) {
    Trigger hook = Trigger.Webhook.of(TRIGGER, null, path, List.of(Verb.POST));
    return Flow.named(name).withTriggers(List.of(hook)).withLayout(Map.of(TRIGGER, TOP));
  }

  /** The same flow under another name; its webhooks get new paths, as an address has one flow. */
  static Flow copy(Flow flow, Supplier<String> newPath) {
    List<Trigger> triggers =
        flow.triggers().stream().map(trigger -> moved(trigger, newPath)).toList();
    return flow.withName(flow.name() + " copy").withTriggers(triggers);
  }

  /** {@code slug-copy}, numbered where that is taken. */
  static String copySlug(String slug, Set<String> taken) {
    String stem = Slug.of(slug.substring(0, Math.min(slug.length(), LONGEST_STEM)), "flow");
    return Stream.iterate(1, n -> n + 1)
        .map(n -> n == 1 ? stem + "-copy" : "%s-copy-%d".formatted(stem, n))
        .filter(candidate -> !taken.contains(candidate))
        .findFirst()
        .orElseThrow();
  }

  private static Trigger moved(Trigger trigger, Supplier<String> newPath) {
    return switch (trigger) {
      case Trigger.Webhook hook -> hook.withPath(withParams(newPath.get(), hook.path()));
      case Trigger.Manual manual -> manual;
    };
  }

  /** Keeps the parameters, which the flow's expressions read. */
  private static String withParams(String start, String path) {
    return Stream.concat(
            Stream.of(start), WebhookPath.segments(path).stream().filter(WebhookPath::isParam))
        .collect(Collectors.joining("/"));
  }
}
