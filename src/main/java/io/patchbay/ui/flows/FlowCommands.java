package io.patchbay.ui.flows;

import io.patchbay.flow.FlowService;
import io.patchbay.ui.shell.Command;
import io.patchbay.ui.shell.CommandSource;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Visit;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Flows in the command bar, by their names. */
@Component
@Order(10)
class FlowCommands implements CommandSource {

  private static final int MOST = 6;

  private final FlowService flows;

  FlowCommands(FlowService flows) {
    this.flows = flows;
  }

  @Override
  public Stream<Command> find(Visit visit, String text) {
    return flows.list(visit.access(), null).stream()
        .filter(flow ->
            flow.name().toLowerCase(Locale.ROOT).contains(text) || flow.slug().contains(text))
        .limit(MOST)
        .map(flow ->
            new Command(
                Icons.WORKFLOW.create(), flow.name(), "Flow", visit.path("flows", flow.slug())));
  }
}
