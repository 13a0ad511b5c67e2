package io.patchbay.ui.flows;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.Verb;
import io.patchbay.flow.FlowSummary;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;

/** What starts a flow and whether it is on the air, in a few signs. */
public final class FlowBadges {

  private FlowBadges() {}

  /** The first trigger in full, the number of the others. */
  static Component triggers(FlowSummary flow) {
    List<Trigger> all = flow.triggers();
    if (all.isEmpty()) {
      return Look.span("pb-text-3", "None");
    }
    Div row = Look.div("pb-row pb-gap-s");
    row.add(trigger(all.getFirst()));
    if (all.size() > 1) {
      row.add(
          Look.title(
              String.join(", ", all.stream().skip(1).map(Trigger::label).toList()),
              Badges.tag("", "+" + (all.size() - 1))));
    }
    return row;
  }

  private static Component trigger(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Webhook hook ->
          Look.line("pb-row pb-gap-s", verbs(hook.verbs()), path("/" + hook.path()));
      case Trigger.Manual manual -> Look.title(manual.label(), Badges.tag("", "Manual"));
    };
  }

  /** The verbs of a webhook side by side. */
  public static Span verbs(List<Verb> verbs) {
    var line = Look.line("pb-row pb-gap-s");
    verbs.forEach(verb -> line.add(Badges.verb(verb)));
    return line;
  }

  private static Span path(String path) {
    var span = Look.mono(path);
    span.addClassName("pb-ellipsis");
    return Look.title(path, span);
  }

  /** Which version runs, and whether the draft is ahead of it. */
  static Component live(FlowSummary flow) {
    Integer version = flow.liveVersion();
    if (version == null) {
      return Badges.tag("", "draft");
    }
    var live = Badges.tag("success", "");
    live.add(Icons.RADIO.create(), new Span("v%d live".formatted(version)));
    var row = Look.line("pb-row pb-gap-s", live);
    if (flow.changed()) {
      row.add(
          Look.title(
              "The draft differs from version %d".formatted(version),
              Badges.tag("warning", "changes")));
    }
    return row;
  }
}
