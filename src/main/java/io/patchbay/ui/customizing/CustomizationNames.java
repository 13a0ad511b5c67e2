package io.patchbay.ui.customizing;

import io.patchbay.api.Api;
import io.patchbay.ui.shell.CodeEditor.Completion;
import io.patchbay.ui.shell.Completions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What expressions of customizations see beside the data of a flow. */
public final class CustomizationNames {

  private CustomizationNames() {}

  /** The request and the answer, with samples that show their shape. */
  public static Map<String, @Nullable Object> names() {
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("verb", "POST");
    request.put("url", "https://api.example.com/orders?draft=true");
    request.put("path", "/orders");
    request.put("query", Map.of());
    request.put("headers", Map.of());
    request.put("body", Map.of());
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    response.put("status", 200);
    response.put("headers", Map.of());
    response.put("body", Map.of());
    Map<String, @Nullable Object> names = new LinkedHashMap<>();
    names.put("request", request);
    names.put("response", response);
    return names;
  }

  /** What is offered where no flow is known: request, response, and the API's variables. */
  static List<Completion> completions(Api api) {
    Map<String, @Nullable Object> names = names();
    names.put("env", new LinkedHashMap<String, @Nullable Object>(api.variables()));
    Map<String, @Nullable Object> run = new LinkedHashMap<>();
    run.put("id", "");
    names.put("run", run);
    return Completions.of(names).stream()
        .map(p -> new Completion(p.label(), p.detail(), p.function() ? "function" : null))
        .toList();
  }
}
