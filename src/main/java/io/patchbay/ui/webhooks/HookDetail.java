package io.patchbay.ui.webhooks;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.flows.FlowBadges;
import io.patchbay.ui.flows.LastRun;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import java.util.Locale;

/** How to call a webhook, and where its runs are. */
final class HookDetail extends Aside {

  private static final int KIB = 1024;

  HookDetail(Visit visit, Hook hook, String curl, Times times, Runnable onClose) {
    addClassName("pb-detail");
    getElement().setAttribute("aria-label", hook.trigger().label());
    var title = new H2(hook.flowName());
    title.addClassName("pb-subtitle");
    var open =
        Buttons.neutral(
            "Open flow",
            null,
            () -> getUI().ifPresent(ui -> ui.navigate(visit.path("flows", hook.flow()))));
    add(
        Look.div(
            "pb-row",
            Look.two(title, new Span(hook.trigger().label())),
            Look.line("pb-row pb-end", open, Buttons.icon(Icons.X, "Close", onClose))),
        Look.section("Address"),
        address(hook.address()),
        Look.section("Call it", CopyButton.link("Copy", curl, "Command")),
        sample(curl),
        Look.section("What it does"),
        fact("Takes", FlowBadges.verbs(hook.trigger().verbs())),
        fact("Answers", new Span(hook.answer())),
        fact("Greatest body", new Span(size(hook.trigger().bodyLimit()))),
        fact("Environment", environment(hook)),
        fact("Version", new Span("v%d".formatted(hook.version()))),
        Look.section("Runs", runsLink(visit, hook)),
        Look.div("", LastRun.of(hook.last(), times)));
  }

  private static Div address(String address) {
    var text = Look.span("pb-mono pb-grow pb-break pb-selectable", address);
    return Look.div("pb-row pb-well", text, CopyButton.icon(address, "Address"));
  }

  private static Pre sample(String curl) {
    var pre = new Pre(curl);
    pre.addClassNames("pb-code", "pb-curl");
    return Look.testId("curl", pre);
  }

  private static Anchor runsLink(Visit visit, Hook hook) {
    return Look.link(visit.path("runs") + "?flow=" + hook.flow(), "All runs of the flow");
  }

  private static Div fact(String name, Span value) {
    value.addClassName("pb-end");
    return Look.div("pb-list-row", new Span(name), value);
  }

  private static Span environment(Hook hook) {
    String name = hook.trigger().environment();
    return name == null ? Look.span("pb-text-3", "none") : Look.mono(name);
  }

  private static String size(int bytes) {
    return bytes >= KIB * KIB
        ? String.format(Locale.ROOT, "%d MiB", bytes / (KIB * KIB))
        : String.format(Locale.ROOT, "%d KiB", bytes / KIB);
  }
}
