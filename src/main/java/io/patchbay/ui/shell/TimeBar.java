package io.patchbay.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** One bar that says where the time of a call went, and the figures below it. */
public final class TimeBar extends Div {

  /**
   * A part of the time.
   *
   * @param micros microseconds
   * @param colour a custom property of the theme
   */
  private record Phase(String name, long micros, String colour) {}

  /** The phases of one attempt, in microseconds, in the order of {@code Timings}. */
  public TimeBar(long token, long dns, long connect, long tls, long waiting, long read, long turn) {
    var phases =
        List.of(
            new Phase("rate limit", turn, "--pb-waiting"),
            new Phase("token", token, "--pb-patch"),
            new Phase("DNS", dns, "--pb-line-3"),
            new Phase("connect", connect, "--pb-get"),
            new Phase("TLS", tls, "--pb-put"),
            new Phase("wait", waiting, "--pb-accent"),
            new Phase("read", read, "--pb-post"));
    addClassName("pb-times");
    var bar = Look.div("pb-timebar");
    var legend = Look.div("pb-times-legend");
    for (Phase phase : phases) {
      if (phase.micros() > 0) {
        var part = new Element("i");
        part.getStyle()
            .set("flex-grow", String.valueOf(phase.micros()))
            .set("--c", "var(%s)".formatted(phase.colour()));
        bar.getElement().appendChild(part);
      }
      if (phase.micros() > 0 || !phase.name().equals("rate limit")) {
        legend.add(figure(phase));
      }
    }
    bar.getElement().setAttribute("aria-hidden", "true");
    add(bar, legend);
  }

  private static Div figure(Phase phase) {
    var name = new Span(phase.name());
    name.getStyle().set("--c", "var(%s)".formatted(phase.colour()));
    String value = phase.micros() == 0 ? "0" : Times.duration(phase.micros() / 1_000.0);
    return new Div(name, Look.span("pb-strong pb-num", value));
  }
}
