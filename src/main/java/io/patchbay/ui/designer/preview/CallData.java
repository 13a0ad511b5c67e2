package io.patchbay.ui.designer.preview;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.http.SentRequest;
import io.patchbay.run.StepRun;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a call sent and got in a run, as the expressions of customizations see it: without what the
 * credential added.
 */
final class CallData {

  private CallData() {}

  /** The names {@code request} and {@code response}, as far as they are known. */
  static Map<String, @Nullable Object> of(StepRun call) {
    Map<String, @Nullable Object> names = new LinkedHashMap<>();
    JsonNode kept = call.request();
    if (kept != null && kept.path("sent").isObject()) {
      try {
        names.put("request", request(Json.convert(kept.get("sent"), SentRequest.class)));
      } catch (InvalidException | IllegalArgumentException e) {
        // A request of an older shape: its names are not offered.
      }
    }
    JsonNode output = call.output();
    if (output != null && output.isObject()) {
      names.put("response", Json.toValue(output));
    }
    return names;
  }

  private static Map<String, @Nullable Object> request(SentRequest sent) {
    URI url = URI.create(sent.url().replace(SentRequest.MASK, "secret"));
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("verb", sent.verb());
    request.put("url", sent.url());
    request.put("path", url.getRawPath());
    request.put("query", query(url.getRawQuery()));
    Map<String, @Nullable Object> headers = new LinkedHashMap<>();
    sent.headers().stream()
        .filter(header -> !"credential".equals(header.origin()))
        .forEach(header -> headers.put(header.name().toLowerCase(Locale.ROOT), header.value()));
    request.put("headers", headers);
    if (sent.body() != null) {
      request.put("body", body(sent.body()));
    }
    return request;
  }

  private static Map<String, @Nullable Object> query(@Nullable String text) {
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    if (text != null) {
      for (String pair : text.split("&")) {
        int at = pair.indexOf('=');
        query.put(
            decode(at < 0 ? pair : pair.substring(0, at)),
            decode(at < 0 ? "" : pair.substring(at + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable Object body(String text) {
    try {
      return Json.toValue(Json.MAPPER.readTree(text));
    } catch (JacksonException e) {
      return text;
    }
  }
}
