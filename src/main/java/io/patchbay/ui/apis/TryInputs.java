package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Parameter;
import io.patchbay.api.RequestBody;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.http.TryRequest;
import io.patchbay.ui.shell.Look;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values to try a method with: a field for each parameter and the body. */
final class TryInputs extends Div {

  /** Up to this many optional parameters are shown at once. */
  private static final int FEW = 6;

  private final transient Function<String, @Nullable JsonNode> references;
  private final transient Map<Parameter, TryValue> fields = new LinkedHashMap<>();
  private transient @Nullable TryBody body;

  TryInputs(Function<String, @Nullable JsonNode> references) {
    this.references = references;
    addClassName("pb-try-inputs");
  }

  /** Shows the method's inputs; what was filled in before stays. */
  void show(ApiMethod method) {
    Map<String, @Nullable Object> before = given();
    TryBody bodyBefore = body;
    Object bodyGiven = bodyBefore == null ? Expression.ABSENT : bodyBefore.given();
    removeAll();
    fields.clear();
    var optional = Look.div("pb-try-inputs");
    int folded = 0;
    for (Parameter parameter : method.parameters()) {
      TryValue field = field(parameter);
      fields.put(parameter, field);
      Object value =
          before.containsKey(parameter.name()) ? before.get(parameter.name()) : example(parameter);
      if (!Expression.ABSENT.equals(value)) {
        field.show(value);
      }
      boolean aside =
          !parameter.required()
              && Expression.ABSENT.equals(value)
              && method.parameters().stream().filter(p -> !p.required()).count() > FEW;
      (aside ? optional : this).add(line(parameter, field));
      folded += aside ? 1 : 0;
    }
    if (folded > 0) {
      var more = new Details("%d more, not sent".formatted(folded), optional);
      more.addClassName("pb-try-more");
      add(more);
    }
    addBody(method.body(), bodyGiven);
    if (fields.isEmpty() && body == null) {
      add(Look.span("pb-text-3 pb-small", "The method takes no inputs."));
    }
  }

  private void addBody(@Nullable RequestBody wanted, @Nullable Object given) {
    body = null;
    if (wanted != null) {
      var shown = new TryBody(wanted, references, given);
      body = shown;
      add(shown);
    }
  }

  private TryValue field(Parameter parameter) {
    JsonNode usual = parameter.defaultValue();
    String hint =
        usual == null
            ? ""
            : usual.isNull() ? "null by default" : SchemaTypes.text(usual) + " by default";
    TryValue field = TryValues.of(parameter.name(), parameter.schema(), hint, references);
    Look.testId("try-" + parameter.name(), field.component());
    return field;
  }

  private static Div line(Parameter parameter, TryValue field) {
    return Look.div(
        "pb-try-input",
        top(
            parameter.name(),
            parameter.required(),
            parameter.in().word()
                + ", "
                + (parameter.schema() == null
                    ? SchemaType.TEXT.title
                    : SchemaWords.type(parameter.schema())),
            Texts.orEmpty(parameter.description())),
        field.component());
  }

  /** The name of a field, a star where a value is needed, and the type. */
  static Component top(String name, boolean required, String type, String description) {
    var top = Look.div("pb-field-top", Look.span("pb-strong", name));
    if (required) {
      top.add(Look.title("required", Look.span("pb-required", "*")));
    }
    top.add(Look.span("pb-type", type));
    if (!description.isBlank()) {
      top.add(Look.title(description, Look.span("pb-text-3 pb-small pb-ellipsis", description)));
    }
    return top;
  }

  private static @Nullable Object example(Parameter parameter) {
    JsonNode schema = parameter.schema();
    JsonNode example = parameter.example();
    if (example == null && schema != null) {
      JsonNode first = schema.path("examples").path(0);
      example = first.isMissingNode() ? schema.get("example") : first;
    }
    return example == null || example.isNull() || !parameter.required()
        ? Expression.ABSENT
        : Json.toValue(example);
  }

  /** Says what cannot be sent, at its field; whether all can. */
  boolean check() {
    boolean good = true;
    for (var entry : fields.entrySet()) {
      Parameter parameter = entry.getKey();
      good &=
          check(
              entry.getValue(),
              parameter.required() && parameter.defaultValue() == null
                  ? "A value is needed."
                  : null);
    }
    TryBody shown = body;
    return (shown == null || shown.check()) && good;
  }

  /**
   * Says at the field what is wrong with its value; whether nothing is.
   *
   * @param missing what to say when there is none; absent when there need not be one
   */
  static boolean check(TryValue field, @Nullable String missing) {
    String error = null;
    try {
      if (missing != null && Expression.ABSENT.equals(field.value())) {
        error = missing;
      }
    } catch (IllegalArgumentException e) {
      error = String.valueOf(e.getMessage());
    }
    field.mark(error);
    return error == null;
  }

  /** With what to try, in no environment yet. */
  TryRequest request(@Nullable String environment) {
    TryBody shown = body;
    return new TryRequest(
        given(), shown == null ? Expression.ABSENT : shown.value(), environment, null);
  }

  /** Fills in what was tried before. */
  void show(TryRequest request) {
    fields.forEach((parameter, field) ->
        field.show(request.inputs().getOrDefault(parameter.name(), Expression.ABSENT)));
    TryBody shown = body;
    if (shown != null) {
      shown.show(request.body());
    }
  }

  /** Plain values by parameter name; empty fields are absent, unreadable ones too. */
  private Map<String, @Nullable Object> given() {
    var values = new HashMap<String, @Nullable Object>();
    fields.forEach((parameter, field) -> {
      try {
        Object value = field.value();
        if (!Expression.ABSENT.equals(value)) {
          values.put(parameter.name(), value);
        }
      } catch (IllegalArgumentException _) {
        // check() has said so at the field
      }
    });
    return values;
  }
}
