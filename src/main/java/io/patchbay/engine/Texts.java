package io.patchbay.engine;

import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.expression.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values where text is asked for. */
final class Texts {

  private Texts() {}

  /** Text as it is, nothing for an absent value, JSON for all others. */
  static String of(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    return Expression.ABSENT.equals(value) ? "" : Json.write(value);
  }

  static Map<String, Template> compile(Map<String, String> texts) {
    var templates = new LinkedHashMap<String, Template>();
    texts.forEach((name, text) -> templates.put(name, Template.ofText(text)));
    return templates;
  }

  /** All values as text; names without a value are left out. */
  static Map<String, String> evaluate(
      Map<String, Template> templates, Map<String, @Nullable Object> scope) {
    var texts = new LinkedHashMap<String, String>();
    templates.forEach((name, template) -> {
      Object value = template.evaluate(scope);
      if (value != null && !Expression.ABSENT.equals(value)) {
        texts.put(name, of(value));
      }
    });
    return texts;
  }
}
