package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Failure;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.http.ApiResponse;
import io.patchbay.http.Attempt;
import io.patchbay.http.CurlCommand;
import io.patchbay.http.SentRequest;
import io.patchbay.http.Timings;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.JsonText;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import io.patchbay.ui.shell.SentRequestView;
import io.patchbay.ui.shell.TimeBar;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.TokenExchangeView;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What came of a call: status and time, the token exchange, the request as sent, the response. */
final class TryResult extends Div {

  private static final int BYTES_PER_KB = 1_000;

  TryResult(ApiResponse response, Times times, @Nullable Consumer<ApiResponse> onUseAsExample) {
    addClassName("pb-col");
    add(head(response, times));
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
    ApiResponse.TokenExchange exchange = response.tokenExchange();
    if (exchange != null) {
      add(new TokenExchangeView(exchange));
    }
    SentRequest sent = response.request();
    if (sent != null) {
      add(
          new Block("Request as sent", new SentRequestView(sent))
              .end(CopyButton.link("Copy as cURL", CurlCommand.of(sent), "Command")));
    }
    if (response.status() != null) {
      add(responseBlock(response, onUseAsExample));
    }
  }

  private static Div head(ApiResponse response, Times times) {
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
                    size(response.bodyBytes()),
                    attempts == 1 ? "1 attempt" : attempts + " attempts")),
        Look.span("pb-text-3 pb-small pb-num pb-end", times.moment(times.now())));
    Look.testId("try-status", head);
    return head;
  }

  private void timings(ApiResponse response) {
    if (!response.attempts().isEmpty()) {
      Attempt last = response.attempts().getLast();
      Timings t = last.timings();
      add(new TimeBar(t.token(), t.dns(), t.connect(), t.tls(), t.waiting(), t.read()));
    }
  }

  private static Component responseBlock(
      ApiResponse response, @Nullable Consumer<ApiResponse> onUseAsExample) {
    boolean hasBody = !Expression.ABSENT.equals(response.body());
    var place = Look.div("", body(response, hasBody));
    Map<Boolean, String> ways = new LinkedHashMap<>();
    ways.put(true, "Body");
    ways.put(false, "Headers " + response.headers().size());
    var block =
        new Block("Response", place)
            .beside(
                new Segments<>(
                    "Response as",
                    ways,
                    true,
                    showBody -> {
                      place.removeAll();
                      place.add(showBody ? body(response, hasBody) : headers(response));
                    }));
    if (hasBody && onUseAsExample != null) {
      block.end(
          Look.testId(
              "use-as-example",
              Buttons.neutral(
                  "Use as example", Icons.BOOKMARK_PLUS, () -> onUseAsExample.accept(response))));
    }
    Look.testId("try-response", block);
    return block;
  }

  private static Component body(ApiResponse response, boolean hasBody) {
    if (!hasBody) {
      return Look.div("pb-hint pb-block-body", new Span("The response has no body."));
    }
    return response.body() instanceof String text
        ? JsonText.ofBody(text)
        : JsonText.of(Json.toTree(response.body()));
  }

  private static Component headers(ApiResponse response) {
    var lines = Look.div("pb-sent");
    response
        .headers()
        .forEach((name, value) ->
            lines.add(Look.div("", Look.span("pb-k", name), new Span(": " + value))));
    return lines;
  }

  private static String size(long bytes) {
    return bytes < BYTES_PER_KB
        ? bytes + " B"
        : String.format(Locale.ROOT, "%.1f kB", bytes / (double) BYTES_PER_KB);
  }
}
