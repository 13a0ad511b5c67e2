package io.patchbay.ui.webhooks;

import io.patchbay.api.Verb;
import io.patchbay.flow.Trigger;
import io.patchbay.flow.WebhookPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Writes the curl command that calls a webhook, with the data of its sample where it has one. */
final class CurlSample {

  private static final Set<Verb> WITH_BODY = Set.of(Verb.POST, Verb.PUT, Verb.PATCH);

  private CurlSample() {}

  /**
   * The command for a POSIX shell.
   *
   * @param pin what the trigger gave when its sample was kept: {@code body}, {@code query}, {@code
   *     path}
   */
  static String of(String address, Trigger.Webhook hook, @Nullable JsonNode pin) {
    JsonNode sample = pin == null ? MissingNode.getInstance() : pin;
    Verb verb = verb(hook.verbs());
    var command = new StringBuilder("curl");
    if (verb != Verb.GET) {
      command.append(" -X ").append(verb.name());
    }
    command.append(' ').append(quoted(filled(address, sample.path("path")) + query(sample)));
    if (WITH_BODY.contains(verb)) {
      JsonNode body = sample.path("body");
      boolean text = body.isString();
      command
          .append(" \\\n  -H 'Content-Type: ")
          .append(text ? "text/plain" : "application/json")
          .append("' \\\n  --data-raw ")
          .append(quoted(text ? body.stringValue() : json(body)));
    }
    return command.toString();
  }

  private static Verb verb(List<Verb> verbs) {
    return verbs.contains(Verb.POST) ? Verb.POST : verbs.getFirst();
  }

  private static String json(JsonNode body) {
    return body.isMissingNode() || body.isNull() ? "{}" : body.toPrettyString();
  }

  /** Parameters become the values of the sample; without one their names in capitals. */
  private static String filled(String address, JsonNode values) {
    return WebhookPath.segments(address).stream()
        .map(segment -> WebhookPath.isParam(segment) ? value(segment, values) : segment)
        .collect(Collectors.joining("/"));
  }

  private static String value(String segment, JsonNode values) {
    String name = segment.substring(1, segment.length() - 1);
    String value = values.path(name).asString("");
    return value.isEmpty() ? name.toUpperCase(Locale.ROOT) : encoded(value);
  }

  private static String query(JsonNode sample) {
    String query =
        sample.path("query").properties().stream()
            .filter(entry -> entry.getValue().isValueNode())
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue().asString("")))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
