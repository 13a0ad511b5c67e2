package io.patchbay.ui.flows;

import com.vaadin.flow.component.html.Div;
import io.patchbay.common.Ids;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowService;
import io.patchbay.flow.FlowSummary;
import io.patchbay.flow.PublishedFlow;
import io.patchbay.flow.PublishedFlows;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What can be done to a flow without opening it. */
@Component
class FlowActions {

  private static final long MUST_BE_NEW = 0;

  private final FlowService flows;
  private final PublishedFlows published;
  private final Ids ids;
  private final String publicUrl;

  FlowActions(
      FlowService flows,
      PublishedFlows published,
      Ids ids,
      @Value("${patchbay.public-url}") String publicUrl) {
    this.flows = flows;
    this.published = published;
    this.ids = ids;
    this.publicUrl = publicUrl;
  }

  /** Makes a draft that is the same but for its name and the paths of its webhooks. */
  void duplicate(Visit visit, FlowSummary flow, Consumer<String> onMade) {
    Set<String> taken =
        flows.list(visit.access(), null).stream()
            .map(FlowSummary::slug)
            .collect(Collectors.toSet());
    String slug = FlowSeeds.copySlug(flow.slug(), taken);
    Flow copy =
        FlowSeeds.copy(
            flows.get(visit.access(), flow.slug()).flow(),
            () -> ids.token(NewFlowDialog.PATH_BYTES));
    flows.putDraft(visit.access(), slug, copy, MUST_BE_NEW);
    onMade.accept(slug);
  }

  void delete(Visit visit, FlowSummary flow, Runnable onDone) {
    List<String> addresses = addresses(visit, flow);
    new Confirm(
            "Delete flow '%s'?".formatted(flow.name()),
            "Its draft, its versions and the record of its runs go with it."
                + (addresses.isEmpty() ? "" : " These addresses stop at once:"),
            "Delete flow",
            () -> {
              flows.delete(visit.access(), flow.slug());
              Toasts.success("Flow '%s' deleted".formatted(flow.name()));
              onDone.run();
            })
        .with(list(addresses))
        .open();
  }

  void unpublish(Visit visit, FlowSummary flow, Runnable onDone) {
    List<String> addresses = addresses(visit, flow);
    new Confirm(
            "Take flow '%s' off the air?".formatted(flow.name()),
            "Its draft, its versions and its runs stay; publish it again to go on."
                + (addresses.isEmpty() ? "" : " Until then these addresses answer 404:"),
            "Take off the air",
            () -> {
              flows.unpublish(visit.access(), flow.slug());
              Toasts.success("Flow '%s' is off the air".formatted(flow.name()));
              onDone.run();
            })
        .with(list(addresses))
        .open();
  }

  /** The webhook addresses that the live version answers. */
  private List<String> addresses(Visit visit, FlowSummary flow) {
    return published.live(flow.id()).stream()
        .map(PublishedFlow::flow)
        .flatMap(live -> live.triggers().stream())
        .filter(Trigger.Webhook.class::isInstance)
        .map(Trigger.Webhook.class::cast)
        .map(hook -> "%s/hooks/%s/%s".formatted(publicUrl, visit.workspace(), hook.path()))
        .toList();
  }

  private static Div list(List<String> addresses) {
    Div list = Look.div("pb-rows");
    for (String address : addresses) {
      var line = Look.mono(address);
      line.addClassName("pb-break");
      list.add(Look.div("pb-stops", line));
    }
    return list;
  }
}
