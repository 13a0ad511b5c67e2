package io.patchbay.ui.designer.preview;

import io.patchbay.api.ApiMethod;
import io.patchbay.common.Json;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.Trigger;
import io.patchbay.flow.WebhookPath;
import io.patchbay.ui.designer.editing.MethodLookup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What triggers and calls would give, from examples and schemas. */
final class SampleOutput {

  private SampleOutput() {}

  /** Nothing but what the trigger's own settings say. */
  static Map<String, @Nullable Object> of(Trigger trigger) {
    var data = new LinkedHashMap<String, @Nullable Object>();
    data.put("id", trigger.id());
    data.put("kind", trigger.kind());
    data.put("headers", Map.of());
    data.put("query", Map.of());
    data.put("path", Map.of());
    if (trigger instanceof Trigger.Webhook hook) {
      var path = new LinkedHashMap<String, @Nullable Object>();
      WebhookPath.segments(hook.path()).stream()
          .filter(WebhookPath::isParam)
          .map(segment -> segment.substring(1, segment.length() - 1))
          .forEach(name -> path.put(name, name));
      data.put("path", path);
      data.put("verb", hook.verbs().getFirst().name());
    }
    return data;
  }

  /** The example of the method's success, else a value that its schema allows. */
  static Optional<Map<String, @Nullable Object>> of(CallStep call, MethodLookup lookup) {
    Optional<ApiMethod> method = lookup.method(call);
    if (method.isEmpty()) {
      return Optional.empty();
    }
    Map<String, JsonNode> shared = lookup.schemas(call);
    Optional<JsonNode> body =
        method
            .get()
            .successExample()
            .or(() -> method.get().successSchema().map(s -> SchemaReader.sample(s, shared)));
    var output = new LinkedHashMap<String, @Nullable Object>();
    output.put("status", 200);
    output.put("headers", Map.of());
    body.ifPresent(b -> output.put("body", Json.toValue(b)));
    return Optional.of(output);
  }
}
