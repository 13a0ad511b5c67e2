package io.patchbay.http;

import io.patchbay.api.Parameter;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How one parameter of a method is filled and written.
 *
 * @param usual sent when the input is absent; {@link Expression#ABSENT} for nothing
 * @param encode makes of an element's text what may stand in its place
 */
record ParameterPlan(
    Parameter parameter,
    String sentAs,
    String style,
    boolean explode,
    @Nullable Object usual,
    UnaryOperator<String> encode) {

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
            : Json.toValue(parameter.defaultValue()),
        encoder(parameter));
  }

  private static UnaryOperator<String> encoder(Parameter parameter) {
    var keepsReserved = Boolean.TRUE.equals(parameter.allowReserved());
    return switch (parameter.in()) {
      case QUERY -> keepsReserved ? PercentCode::encodeQueryReserved : PercentCode::encode;
      case PATH -> keepsReserved ? PercentCode::encodePathReserved : PercentCode::encode;
      case COOKIE -> PercentCode::encodeCookie;
      case HEADER -> UnaryOperator.identity();
    };
  }

  /**
   * The value to send, or {@link Expression#ABSENT}; text already, where it is sent as a document.
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
    if (Expression.ABSENT.equals(value)) {
      if (parameter.required()) {
        throw CallRefused.configuration(
            "%s needs the input '%s', which has no value."
                .formatted(request.method().name(), parameter.name()));
      }
      return value;
    }
    return parameter.contentType() == null ? value : DocumentText.of(parameter, value);
  }

  /** The pairs that a query or cookies are made of. */
  void pairs(@Nullable Object value, BiConsumer<String, String> out) {
    ParameterStyle.pairs(sentAs, value, style, explode, encode, out);
  }
}
