package io.patchbay.http;

import io.patchbay.api.Customization;
import io.patchbay.common.Failure;
import io.patchbay.expression.Expression;
import io.patchbay.expression.Truth;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Changes an answer before its status is looked at. What did not come, or could not be read for
 * another reason than its type, stays as it is.
 */
record ResponseChange(
    @Nullable CustomizationValue when,
    @Nullable CustomizationValue status,
    List<CustomizationValue> set,
    List<String> remove,
    @Nullable CustomizationValue body,
    @Nullable CustomizationValue fail) {

  static ResponseChange of(Customization.Response node) {
    var when = node.when();
    var fail = node.fail();
    return new ResponseChange(
        when == null || when.isBlank()
            ? null
            : CustomizationValue.ofText("when", "when", when(when)),
        value("status", node.status()),
        CustomizationValue.all(node.set(), "header"),
        node.remove(),
        value("body", node.body()),
        fail == null || fail.isBlank() ? null : CustomizationValue.ofText("fail", "fail", fail));
  }

  private static @Nullable CustomizationValue value(String field, @Nullable JsonNode value) {
    return value == null ? null : CustomizationValue.of(field, field, value);
  }

  /** It is an expression, with or without the braces. */
  private static String when(String text) {
    return text.contains("{{") ? text : "{{" + text + "}}";
  }

  /**
   * The answer with the changes.
   *
   * @param scope what expressions see, but for the response
   * @throws CallRefused when an expression fails, or gives what no answer can have
   */
  Answer apply(Answer answer, Map<String, @Nullable Object> scope) {
    var code = answer.status();
    if (code == null || !isReadable(answer)) {
      return answer;
    }
    var names = new HashMap<String, @Nullable Object>(scope);
    names.put("response", view(answer, code));
    return when == null || Truth.of(when.evaluate(names)) ? changed(answer, code, names) : answer;
  }

  private static boolean isReadable(Answer answer) {
    var failure = answer.failure();
    return failure == null || failure.kind() == Failure.Kind.UNREADABLE;
  }

  private static Map<String, @Nullable Object> view(Answer answer, int code) {
    var view = new LinkedHashMap<String, @Nullable Object>();
    view.put("status", code);
    view.put("headers", answer.headers());
    if (!Expression.ABSENT.equals(answer.body())) {
      view.put("body", answer.body());
    }
    return view;
  }

  private Answer changed(Answer answer, int code, Map<String, @Nullable Object> names) {
    var headers = headers(answer.headers(), names);
    var newStatus = status == null ? code : status(status.evaluate(names), code);
    var newBody = body == null ? answer.body() : body.evaluate(names);
    // Whoever gives another body has read the first one.
    var failure = body == null ? answer.failure() : null;
    var changed =
        new Answer(
            newStatus,
            headers,
            newBody,
            headers.get("content-type"),
            answer.bodyBytes(),
            failure,
            answer.outcome(),
            answer.isPassing());
    var message = fail == null ? null : fail.evaluate(names);
    return CustomizationValue.isThere(message) && !Scalars.text(message).isBlank()
        ? changed.withFailure(failed(Scalars.text(message)), false)
        : changed;
  }

  private Map<String, String> headers(
      Map<String, String> before, Map<String, @Nullable Object> names) {
    if (set.isEmpty() && remove.isEmpty()) {
      return before;
    }
    var headers = new LinkedHashMap<>(before);
    remove.forEach(name -> headers.remove(name.toLowerCase(Locale.ROOT)));
    for (var one : set) {
      var value = one.evaluate(names);
      if (CustomizationValue.isThere(value)) {
        headers.put(one.name().toLowerCase(Locale.ROOT), ParameterStyle.header(value, false));
      }
    }
    return headers;
  }

  /** Nothing leaves it as it is. */
  private static int status(@Nullable Object value, int before) {
    if (!CustomizationValue.isThere(value)) {
      return before;
    }
    try {
      var status = new BigDecimal(Scalars.text(value).strip()).intValueExact();
      if (status >= 100 && status <= 599) {
        return status;
      }
    } catch (ArithmeticException | NumberFormatException _) {
      // said below
    }
    throw CallRefused.configuration(
        "status: %s is no status; it is a number from 100 to 599.".formatted(Scalars.text(value)));
  }

  private static Failure failed(String message) {
    return Failure.of(Failure.Kind.FAILED, "The answer was not accepted", message);
  }
}
