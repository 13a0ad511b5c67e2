package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Failure;
import io.patchbay.http.ApiResponse;
import io.patchbay.http.SentRequest;
import io.patchbay.http.Timings;
import io.patchbay.http.TryOutcome;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.SentRequestView;
import io.patchbay.ui.shell.TimeBar;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.TokenExchangeView;
import org.jspecify.annotations.Nullable;

/** What came of a call: status and time, the token exchange, the request as sent, the response. */
final class TryResult extends Div {

  TryResult(TryOutcome outcome, Times times, TryLessons lessons) {
    ApiResponse response = outcome.response();
    addClassName("pb-col");
    add(head(outcome, times));
    timings(response);
    Failure failure = response.failure();
    if (failure != null) {
      add(
          Look.div(
              "pb-band error",
              Icons.CIRCLE_X.create("pb-i14"),
              Look.div(
                  "pb-col", Look.span("pb-strong", failure.title()), new Span(failure.detail()))));
    }
    ApiResponse.Pages pages = response.pages();
    if (pages != null && pages.cut() != null) {
      add(
          Look.div(
              "pb-band warning",
              Icons.TRIANGLE_ALERT.create("pb-i14"),
              Look.div("pb-col", new Span(pages.cut()))));
    }
    ApiResponse.TokenExchange exchange = response.tokenExchange();
    if (exchange != null) {
      add(new TokenExchangeView(exchange));
    }
    SentRequest sent = response.request();
    if (sent != null) {
      add(sent(sent, outcome.curl()));
    }
    if (response.status() != null) {
      add(new TryResponse(outcome, lessons));
    }
  }

  private static Block sent(SentRequest sent, @Nullable String curl) {
    var block = new Block("Request as sent", new SentRequestView(sent));
    return curl == null ? block : block.end(CopyButton.link("Copy as cURL", curl, "Command"));
  }

  private static Div head(TryOutcome outcome, Times times) {
    ApiResponse response = outcome.response();
    Integer status = response.status();
    int attempts = response.attempts().size();
    var head = Look.div("pb-row pb-try-status");
    head.add(
        status == null
            ? Badges.tag("error", "No answer")
            : Badges.tag(response.succeeded() ? "success" : "error", StatusWords.of(status)));
    head.add(
        Look.span("pb-strong pb-num", Times.duration(response.durationUs() / 1_000.0)),
        Look.span(
            "pb-text-3 pb-small pb-num",
            "%s, %s"
                .formatted(
                    Sizes.of(response.bodyBytes()),
                    (attempts == 1 ? "1 attempt" : attempts + " attempts") + pages(response))),
        Look.title(
            times.full(outcome.triedAt()) + " by " + outcome.triedBy(),
            Look.span("pb-text-3 pb-small pb-num pb-end", times.moment(outcome.triedAt()))));
    Look.testId("try-status", head);
    return head;
  }

  private static String pages(ApiResponse response) {
    var pages = response.pages();
    return pages == null
        ? ""
        : ", %,d items of %,d %s"
            .formatted(pages.items(), pages.pages(), pages.pages() == 1 ? "page" : "pages");
  }

  private void timings(ApiResponse response) {
    if (!response.attempts().isEmpty()) {
      Timings t = response.attempts().getLast().timings();
      add(new TimeBar(t.token(), t.dns(), t.connect(), t.tls(), t.waiting(), t.read(), t.turn()));
    }
  }
}
