package io.patchbay.trigger;

import io.patchbay.common.Failure;
import io.patchbay.common.Json;
import io.patchbay.engine.Outcome;
import io.patchbay.run.Answer;
import io.patchbay.run.RunId;
import io.patchbay.run.RunState;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns how a run went into what the sender gets. */
final class Answers {

  private static final String CONTENT_TYPE = "Content-Type";

  /** Headers that are not a flow's business. */
  private static final Set<String> REFUSED =
      Set.of(
          "connection",
          "content-length",
          "content-security-policy",
          "date",
          "keep-alive",
          "patchbay-run-id",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "server",
          "set-cookie",
          "set-cookie2",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "x-content-type-options");

  private Answers() {}

  static WebhookResponse of(Outcome outcome, RunId run) {
    Answer answer = outcome.answer();
    if (answer != null) {
      return of(answer);
    }
    Failure failure = outcome.failure();
    if (outcome.state() != RunState.SUCCEEDED && failure != null) {
      return ofFailure(failure, run);
    }
    Map<String, @Nullable Object> output = outcome.output();
    return output == null || !output.containsKey("body")
        ? WebhookResponse.empty(204)
        : WebhookResponse.json(200, output.get("body"));
  }

  private static WebhookResponse of(Answer answer) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    answer
        .headers()
        .forEach((name, value) -> {
          if (isAllowed(name)) {
            headers.put(name, value.replaceAll("[\\x00-\\x08\\x0a-\\x1f\\x7f]+", " "));
          }
        });
    if (!answer.hasBody() || answer.status() == 204 || answer.status() == 304) {
      return new WebhookResponse(answer.status(), headers, "");
    }
    String type = headers.computeIfAbsent(CONTENT_TYPE, _ -> "application/json");
    if (type.startsWith("text/") && !type.toLowerCase(Locale.ROOT).contains("charset")) {
      headers.put(CONTENT_TYPE, type + ";charset=utf-8");
    }
    return new WebhookResponse(answer.status(), headers, text(answer.body(), type));
  }

  private static String text(@Nullable Object body, String type) {
    return body instanceof String text && !WebhookBody.isJson(WebhookBody.mediaType(type))
        ? text
        : Json.write(body);
  }

  private static boolean isAllowed(String name) {
    return !REFUSED.contains(name.toLowerCase(Locale.ROOT))
        && name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  }

  private static WebhookResponse ofFailure(Failure failure, RunId run) {
    // Only what a fail step says is meant for the sender.
    String detail = failure.kind() == Failure.Kind.FAILED ? failure.detail() : null;
    return WebhookResponse.problem(status(failure), failure.title(), detail, run);
  }

  private static int status(Failure failure) {
    Integer wished = failure.status();
    return switch (failure.kind()) {
      case FAILED -> wished == null ? 500 : wished;
      case INVALID -> 422;
      case STATUS, NOT_SENT, IN_DOUBT, UNREADABLE, AUTH -> 502;
      case TIMEOUT -> 504;
      case INTERRUPTED -> 503;
      case EXPRESSION, CONFIGURATION, CANCELLED, BUG -> 500;
    };
  }
}
