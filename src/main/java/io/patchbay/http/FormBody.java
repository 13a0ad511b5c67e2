package io.patchbay.http;

import io.patchbay.common.Json;
import java.util.List;
import java.util.Map;

/** Writes application/x-www-form-urlencoded, OpenAPI 3.1 section 4.8.15. */
final class FormBody {

  private FormBody() {}

  /**
   * A list repeats its field and an object becomes JSON, unless the field's encoding says
   * otherwise.
   */
  static String write(Map<String, BodyField> fields, Map<?, ?> values) {
    var form = new StringBuilder();
    values.forEach((key, value) -> {
      var name = String.valueOf(key);
      var field = fields.getOrDefault(name, BodyField.PLAIN);
      if (field.isJson() || (value instanceof Map && !field.isSpread())) {
        add(form, name, PercentCode.encode(Json.write(value)));
      } else if (value instanceof List<?> list && !field.isSpread()) {
        list.forEach(element -> add(form, name, PercentCode.encode(Scalars.text(element))));
      } else {
        ParameterStyle.pairs(
            name,
            value,
            field.styleOrUsual(),
            field.explodes(),
            PercentCode::encode,
            (pairName, text) -> add(form, pairName, text));
      }
    });
    return form.toString();
  }

  private static void add(StringBuilder form, String name, String encoded) {
    form.append(form.isEmpty() ? "" : "&")
        .append(PercentCode.encode(name))
        .append('=')
        .append(encoded);
  }
}
