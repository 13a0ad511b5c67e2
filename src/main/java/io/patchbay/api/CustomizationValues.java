package io.patchbay.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The values of a customization that may hold {@code {{ expressions }}}, by field. */
public final class CustomizationValues {

  private final Map<String, JsonNode> values = new LinkedHashMap<>();

  private CustomizationValues() {}

  /** By the path of the field, for example {@code set.X-Trace}. */
  public static Map<String, JsonNode> of(Customization customization) {
    var found = new CustomizationValues();
    switch (customization) {
      case Customization.Headers it -> found.maps(it.set(), it.append());
      case Customization.Query it -> found.maps(it.set(), it.append());
      case Customization.Body it -> found.put("value", it.value());
      case Customization.Sign it -> found.sign(it);
      case Customization.Response it -> found.response(it);
      case Customization.IdempotencyKey it -> found.text("value", it.value());
      case Customization.ClientCertificate _,
          Customization.Credential _,
          Customization.Policy _ -> {}
    }
    return found.values;
  }

  private void maps(Map<String, String> set, Map<String, String> append) {
    texts("set", set);
    texts("append", append);
  }

  private void sign(Customization.Sign it) {
    var recipe = it.recipe();
    text("recipe.text", recipe.text());
    text("recipe.value", recipe.value());
    texts("recipe.headers", recipe.headers());
    texts("recipe.query", recipe.query());
  }

  private void response(Customization.Response it) {
    var when = it.when();
    if (when != null && !when.isBlank()) {
      text("when", when.contains("{{") ? when : "{{" + when + "}}");
    }
    put("status", it.status());
    texts("set", it.set());
    put("body", it.body());
    text("fail", it.fail());
  }

  private void texts(String field, Map<String, String> texts) {
    texts.forEach((name, text) -> text(field + "." + name, text));
  }

  private void text(String field, @Nullable String text) {
    put(field, text == null ? null : StringNode.valueOf(text));
  }

  private void put(String field, @Nullable JsonNode value) {
    if (value != null) {
      values.put(field, value);
    }
  }
}
