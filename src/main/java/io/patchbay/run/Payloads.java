package io.patchbay.run;

import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Turns the values of a run into the JSON that is stored: redacted, and cut where it is large. */
final class Payloads {

  /** Greatest JSON that is stored whole, in characters. */
  static final int WHOLE = 64 * 1024;

  private static final int PREVIEW = 2 * 1024;
  private static final String MASK = "••••••";

  private final Redactor redactor;

  Payloads(Redactor redactor) {
    this.redactor = redactor;
  }

  /** The JSON to store; null for null. */
  @Nullable String json(WorkspaceId workspace, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    Object masked = value instanceof Map<?, ?> map ? masked(map) : value;
    String json = write(masked);
    if (json.length() > WHOLE) {
      json = cut(masked, json);
    }
    return redactor.redact(workspace, json);
  }

  /** Cuts the body out, where that is what makes it large, else everything. */
  private static String cut(Object value, String json) {
    if (value instanceof Map<?, ?> map && map.get("body") != null) {
      var rest = new LinkedHashMap<Object, @Nullable Object>(map);
      rest.put("body", marker(write(map.get("body"))));
      String shorter = write(rest);
      if (shorter.length() <= WHOLE) {
        return shorter;
      }
    }
    return write(marker(json));
  }

  private static Map<String, Object> marker(String json) {
    int end = Math.min(PREVIEW, json.length());
    var marker = new LinkedHashMap<String, Object>();
    marker.put("$truncated", json.getBytes(StandardCharsets.UTF_8).length);
    marker.put("preview", json.substring(0, end));
    return marker;
  }

  private static String write(@Nullable Object value) {
    try {
      return Json.write(value);
    } catch (JacksonException e) {
      return Json.write(Map.of("$unreadable", String.valueOf(e.getOriginalMessage())));
    }
  }

  private static Map<?, ?> masked(Map<?, ?> value) {
    Map<?, ?> masked = value;
    for (String part : new String[] {"headers", "query"}) {
      if (value.get(part) instanceof Map<?, ?> fields && hasSensitive(fields)) {
        var copy = new LinkedHashMap<Object, @Nullable Object>(masked);
        copy.put(part, maskFields(fields));
        masked = copy;
      }
    }
    return masked;
  }

  private static boolean hasSensitive(Map<?, ?> fields) {
    for (Object name : fields.keySet()) {
      if (isSensitive(name)) {
        return true;
      }
    }
    return false;
  }

  private static Map<Object, @Nullable Object> maskFields(Map<?, ?> fields) {
    var copy = new LinkedHashMap<Object, @Nullable Object>();
    fields.forEach((name, field) -> copy.put(name, isSensitive(name) ? MASK : field));
    return copy;
  }

  /** Whether a header or query parameter of that name is never stored as it came. */
  static boolean isSensitive(@Nullable Object name) {
    String lower = String.valueOf(name).toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key" ->
          true;
      default ->
          lower.contains("signature")
              || lower.contains("token")
              || lower.contains("secret")
              || lower.contains("password")
              || lower.contains("apikey")
              || lower.contains("api_key");
    };
  }
}
