package io.patchbay.http;

import io.patchbay.api.Parameter;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * How one parameter of a method is filled and written.
 *
 * @param usual sent when the input is absent; {@link Expression#ABSENT} for nothing
 */
record ParameterPlan(
    Parameter parameter, String sentAs, String style, boolean explode, @Nullable Object usual) {

  static ParameterPlan of(Parameter parameter) {
    var usualStyle =
        switch (parameter.in()) {
          case QUERY, COOKIE -> "form";
          case PATH, HEADER -> "simple";
        };
    var style = parameter.style() == null ? usualStyle : parameter.style();
    var explode = parameter.explode() == null ? style.equals("form") : parameter.explode();
    return new ParameterPlan(
        parameter,
        parameter.sentAs(),
        style,
        explode,
        parameter.defaultValue() == null
            ? Expression.ABSENT
            : Json.toValue(parameter.defaultValue()));
  }

  /**
   * The value to send, or {@link Expression#ABSENT}.
   *
   * @throws CallRefused when a required one is missing
   */
  @Nullable Object value(ApiRequest request) {
    var inputs = request.inputs();
    var given = inputs.get(parameter.name());
    if (given == null && !inputs.containsKey(parameter.name())) {
      given = Expression.ABSENT;
    }
    var value = Expression.ABSENT.equals(given) ? usual : given;
    if (Expression.ABSENT.equals(value) && parameter.required()) {
      throw CallRefused.configuration(
          "%s needs the input '%s', which has no value."
              .formatted(request.method().name(), parameter.name()));
    }
    return value;
  }
}
