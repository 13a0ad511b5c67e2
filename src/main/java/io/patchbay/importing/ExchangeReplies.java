package io.patchbay.importing;

import io.patchbay.api.ResponseShape;
import io.patchbay.schema.SchemaInference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes the definition of the answers of what was answered, by status. */
final class ExchangeReplies {

  private static final int LONGEST_EXAMPLE = 64 * 1024;
  private static final Set<String> WORTH_KNOWING =
      Set.of(
          "location",
          "link",
          "retry-after",
          "etag",
          "content-disposition",
          "x-total-count",
          "x-request-id",
          "x-ratelimit-limit",
          "x-ratelimit-remaining",
          "x-ratelimit-reset");

  private final Map<Integer, List<Reply>> byStatus = new TreeMap<>();

  void add(List<Reply> replies) {
    for (var reply : replies) {
      if (reply.status() >= 100 && reply.status() <= 599 && reply.status() != 304) {
        byStatus.computeIfAbsent(reply.status(), _ -> new ArrayList<>()).add(reply);
      }
    }
  }

  List<ResponseShape> definitions() {
    List<ResponseShape> shapes = new ArrayList<>();
    byStatus.forEach((status, replies) -> shapes.add(shape(status, replies)));
    return shapes;
  }

  private static ResponseShape shape(int status, List<Reply> replies) {
    List<JsonNode> bodies = new ArrayList<>();
    for (var reply : replies) {
      PlainValues.json(reply.text())
          .filter(json -> json.isContainer() || PlainValues.isJsonType(reply.contentType()))
          .map(SecretFields::without)
          .ifPresent(bodies::add);
    }
    return new ResponseShape(
        String.valueOf(status),
        first(replies.stream().map(Reply::description).toList()),
        media(replies, !bodies.isEmpty()),
        bodies.isEmpty() ? null : SchemaInference.inferAll(bodies),
        example(replies, bodies),
        headers(replies));
  }

  private static @Nullable String first(List<? extends @Nullable String> texts) {
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String media(List<Reply> replies, boolean json) {
    String given = first(replies.stream().map(Reply::contentType).toList());
    if (given == null) {
      return json ? "application/json" : null;
    }
    return given.split(";")[0].strip();
  }

  private static @Nullable JsonNode example(List<Reply> replies, List<JsonNode> bodies) {
    if (!bodies.isEmpty()) {
      return bodies.stream()
          .filter(body -> body.toString().length() <= LONGEST_EXAMPLE)
          .findFirst()
          .orElse(null);
    }
    String text = first(replies.stream().map(Reply::text).toList());
    return text == null || text.length() > LONGEST_EXAMPLE
        ? null
        : JsonNodeFactory.instance.stringNode(text);
  }

  private static Map<String, JsonNode> headers(List<Reply> replies) {
    Map<String, JsonNode> headers = new LinkedHashMap<>();
    for (var reply : replies) {
      for (var header : reply.headers()) {
        if (WORTH_KNOWING.contains(header.name().toLowerCase(Locale.ROOT))) {
          headers.put(header.name(), JsonNodeFactory.instance.objectNode().put("type", "string"));
        }
      }
    }
    return headers;
  }
}
