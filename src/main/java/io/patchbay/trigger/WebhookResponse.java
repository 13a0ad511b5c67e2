package io.patchbay.trigger;

import io.patchbay.common.Json;
import io.patchbay.run.RunId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a sender.
 *
 * @param body empty for none
 */
record WebhookResponse(int status, Map<String, String> headers, String body) {

  static final String RUN_ID = "Patchbay-Run-Id";

  static WebhookResponse empty(int status) {
    return new WebhookResponse(status, Map.of(), "");
  }

  static WebhookResponse json(int status, @Nullable Object body) {
    return new WebhookResponse(
        status, Map.of("Content-Type", "application/json"), Json.write(body));
  }

  /** A problem of RFC 9457. */
  static WebhookResponse problem(
      int status, String title, @Nullable String detail, @Nullable RunId run) {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    if (detail != null && !detail.isEmpty()) {
      problem.put("detail", detail);
    }
    if (run != null) {
      problem.put("runId", run.toString());
    }
    return new WebhookResponse(
        status, Map.of("Content-Type", "application/problem+json"), Json.write(problem));
  }

  WebhookResponse with(String name, String value) {
    var extended = new LinkedHashMap<>(headers);
    extended.put(name, value);
    return new WebhookResponse(status, extended, body);
  }
}
