package io.patchbay.ui.runs;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Failure;
import io.patchbay.engine.CallTrace;
import io.patchbay.http.Attempt;
import io.patchbay.http.Timings;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.TimeBar;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.TokenExchangeView;

/** All tries of a call: when, what came, how long it took, and why it failed. */
final class AttemptList extends Div {

  AttemptList(CallTrace trace, Times times) {
    addClassName("pb-run-attempts");
    var exchange = trace.tokenExchange();
    if (exchange != null) {
      add(new TokenExchangeView(exchange));
    }
    int number = 1;
    for (Attempt attempt : trace.attempts()) {
      add(card(number, attempt, times));
      number++;
    }
  }

  private static Div card(int number, Attempt attempt, Times times) {
    Integer status = attempt.status();
    var head =
        Look.div(
            "pb-row",
            Look.span(
                "pb-strong",
                "Attempt %d%s"
                    .formatted(number, attempt.page() == null ? "" : ", page " + attempt.page())),
            status == null ? Badges.tag("error", "no answer") : RunData.status(status),
            Look.span("pb-text-2", words(attempt.outcome()) + why(attempt)),
            Look.title(
                times.full(attempt.startedAt()),
                Look.span("pb-text-3 pb-num pb-end", times.moment(attempt.startedAt()))),
            Look.span("pb-num pb-strong", Times.duration(attempt.durationUs() / 1_000.0)));
    var card = Look.div("pb-run-attempt", head);
    Failure failure = attempt.failure();
    if (failure != null) {
      card.add(
          Look.div(
              "pb-run-attempt-failure",
              Look.span("pb-error-text", failure.title()),
              Look.div("pb-text-2 pb-small", new Span(failure.detail()))));
    }
    Timings t = attempt.timings();
    if (t != null && t.total() > 0) {
      card.add(
          new TimeBar(t.token(), t.dns(), t.connect(), t.tls(), t.waiting(), t.read(), t.turn()));
    }
    return card;
  }

  /** Why it was made and how long was waited for it, where it is not the first. */
  private static String why(Attempt attempt) {
    var pause = attempt.pauseUs();
    return attempt.reason() == null || pause == null
        ? ""
        : "; %s after %s".formatted(Times.duration(pause / 1_000.0), attempt.reason());
  }

  private static String words(Attempt.Outcome outcome) {
    return switch (outcome) {
      case NOT_SENT -> "never sent";
      case REFUSED -> "refused, not processed";
      case IN_DOUBT -> "perhaps processed";
      case KNOWN_STATUS -> "answered";
    };
  }
}
