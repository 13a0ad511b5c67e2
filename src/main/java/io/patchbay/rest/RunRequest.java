package io.patchbay.rest;

import io.patchbay.api.Verb;
import io.patchbay.common.Json;
import io.patchbay.engine.ManualStart;
import io.patchbay.engine.TriggerData;
import io.patchbay.expression.Expression;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run to start, with what its trigger shall hand over.
 *
 * @param environment the trigger's own when left out
 */
record RunRequest(@Nullable Input trigger, @Nullable String environment) {

  /** As a webhook would have received it; a body of null is not the same as no body. */
  record Input(
      @Nullable String id,
      @Nullable JsonNode body,
      @Nullable Map<String, String> headers,
      @Nullable Map<String, JsonNode> query,
      @Nullable Map<String, String> path,
      @Nullable Verb verb) {}

  static final RunRequest EMPTY = new RunRequest(null, null);

  ManualStart start() {
    return new ManualStart(trigger == null ? null : trigger.id, environment, data());
  }

  private TriggerData data() {
    if (trigger == null) {
      return TriggerData.EMPTY;
    }
    var headers = new HashMap<String, String>();
    orEmpty(trigger.headers).forEach((name, value) -> headers.put(lower(name), value));
    var query = new HashMap<String, @Nullable Object>();
    orEmpty(trigger.query).forEach((name, value) -> query.put(name, Json.toValue(value)));
    return new TriggerData(
        trigger.body == null ? Expression.ABSENT : Json.toValue(trigger.body),
        headers,
        query,
        orEmpty(trigger.path),
        trigger.verb);
  }

  private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : map;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
