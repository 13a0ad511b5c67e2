package io.patchbay.ui.webhooks;

import io.patchbay.common.Access;
import io.patchbay.flow.FlowService;
import io.patchbay.flow.FlowSummary;
import io.patchbay.flow.PublishedFlow;
import io.patchbay.flow.PublishedFlows;
import io.patchbay.flow.Trigger;
import io.patchbay.run.Run;
import io.patchbay.run.RunService;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the webhooks of a workspace's live flows. */
@Component
class Hooks {

  private final FlowService flows;
  private final PublishedFlows published;
  private final RunService runs;
  private final String publicUrl;

  Hooks(
      FlowService flows,
      PublishedFlows published,
      RunService runs,
      @Value("${patchbay.public-url}") String publicUrl) {
    this.flows = flows;
    this.published = published;
    this.runs = runs;
    this.publicUrl = publicUrl;
  }

  /** All of them, by the names of their flows; those alone that have {@code text} in a name. */
  List<Hook> find(Access access, String text) {
    Map<String, Run> last = runs.lastRuns(access);
    return flows.list(access, null).stream()
        .flatMap(flow -> hooks(access, flow, last))
        .filter(hook -> hook.matches(text))
        .toList();
  }

  /** A command that sends what the flow's sample has. */
  String sample(Access access, Hook hook) {
    var pins = flows.get(access, hook.flow()).flow().pins();
    return CurlSample.of(hook.address(), hook.trigger(), pins.get(hook.trigger().id()));
  }

  private Stream<Hook> hooks(Access access, FlowSummary flow, Map<String, Run> last) {
    return published.live(flow.id()).stream()
        .flatMap(live ->
            triggers(live)
                .map(trigger ->
                    new Hook(
                        flow.slug(),
                        live.flow().name(),
                        live.version(),
                        trigger,
                        "%s/hooks/%s/%s"
                            .formatted(publicUrl, access.workspaceSlug(), trigger.path()),
                        last.get(flow.slug()))));
  }

  private static Stream<Trigger.Webhook> triggers(PublishedFlow live) {
    return live.flow().triggers().stream()
        .filter(Trigger.Webhook.class::isInstance)
        .map(Trigger.Webhook.class::cast);
  }
}
