package io.patchbay.ui.apis;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.RequestBody;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.schema.SampleValue;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The body to try a method with: field by field, as JSON, as text, or a file. */
final class TryBody extends Div {

  private static final Map<Boolean, String> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put(true, "JSON");
    WAYS.put(false, "Fields");
  }

  private final transient RequestBody wanted;
  private final transient Function<String, @Nullable JsonNode> references;
  private final BodyKind kind;
  private final Div place = Look.div("pb-try-inputs");
  private final transient @Nullable JsonNode schema;
  private final transient Map<String, TryValue> fields = new LinkedHashMap<>();
  private transient @Nullable TryValue whole;

  /**
   * The body.
   *
   * @param given what was filled in before, or ABSENT
   */
  TryBody(
      RequestBody wanted, Function<String, @Nullable JsonNode> references, @Nullable Object given) {
    this.wanted = wanted;
    this.references = references;
    this.kind = BodyKind.of(wanted.contentType());
    this.schema = TryValues.resolved(wanted.schema(), references);
    addClassName("pb-try-input");
    var top = Look.div("pb-row pb-try-body-top");
    top.add(TryInputs.top("Body", wanted.required(), wanted.contentType(), ""));
    boolean hasForm = hasForm();
    if (kind == BodyKind.JSON && hasForm) {
      var ways =
          new Segments<>(
              "Body as",
              WAYS,
              true,
              asJson -> {
                Object before = given();
                if (asJson) {
                  asWhole(TryValues.json("Body"));
                } else {
                  asFields();
                }
                show(before);
              });
      top.add(Look.line("pb-end", ways));
    }
    add(top, place);
    switch (kind) {
      case JSON -> asWhole(TryValues.json("Body"));
      case FORM, MULTIPART -> {
        if (hasForm) {
          asFields();
        } else {
          asWhole(TryValues.json("Body"));
        }
      }
      case TEXT, XML -> asWhole(TryValues.document("Body"));
      case BINARY -> asWhole(new TryFile("Body", false));
    }
    if (!Expression.ABSENT.equals(given)) {
      show(given);
    } else if (kind != BodyKind.BINARY) {
      show(sample());
    }
  }

  private boolean hasForm() {
    return schema != null && schema.path("properties").size() > 0;
  }

  private void asWhole(TryValue field) {
    place.removeAll();
    fields.clear();
    whole = field;
    Look.testId("try-body", field.component());
    place.add(field.component());
  }

  private void asFields() {
    place.removeAll();
    whole = null;
    fields.clear();
    JsonNode object = schema == null ? JsonNodeFactory.instance.objectNode() : schema;
    Set<String> required = SchemaPaths.required(object);
    var optional = Look.div("pb-try-inputs");
    object
        .path("properties")
        .properties()
        .forEach(entry -> {
          String name = entry.getKey();
          TryValue field = TryValues.of(name, entry.getValue(), "", references);
          Look.testId("try-body-" + name, field.component());
          fields.put(name, field);
          var line =
              Look.div(
                  "pb-try-input",
                  TryInputs.top(
                      name,
                      required.contains(name),
                      SchemaWords.type(entry.getValue()),
                      entry.getValue().path("description").asString("")),
                  field.component());
          boolean aside = kind == BodyKind.JSON && !required.isEmpty() && !required.contains(name);
          (aside ? optional : place).add(line);
        });
    if (optional.getComponentCount() > 0) {
      var more = new Details("%d optional".formatted(optional.getComponentCount()), optional);
      more.addClassName("pb-try-more");
      more.setOpened(true);
      place.add(more);
    }
  }

  private @Nullable Object sample() {
    JsonNode example = wanted.example();
    if (example != null) {
      return Json.toValue(example);
    }
    JsonNode described = wanted.schema();
    if (described == null || kind == BodyKind.XML || kind == BodyKind.MULTIPART) {
      return Expression.ABSENT;
    }
    return Json.toValue(SampleValue.of(described, references));
  }

  /** Whether all that is filled in can be read. */
  boolean check() {
    TryValue all = whole;
    if (all != null) {
      return TryInputs.check(all, wanted.required() ? "A body is needed." : null);
    }
    boolean good = true;
    Set<String> required = schema == null ? Set.of() : SchemaPaths.required(schema);
    for (var entry : fields.entrySet()) {
      good &=
          TryInputs.check(
              entry.getValue(), required.contains(entry.getKey()) ? "A value is needed." : null);
    }
    return good;
  }

  /** The plain value, or ABSENT. */
  @Nullable Object value() {
    TryValue all = whole;
    if (all != null) {
      return all.value();
    }
    var object = new LinkedHashMap<String, @Nullable Object>();
    fields.forEach((name, field) -> {
      Object value = field.value();
      if (!Expression.ABSENT.equals(value)) {
        object.put(name, value);
      }
    });
    return object.isEmpty() && !wanted.required() ? Expression.ABSENT : object;
  }

  /** As {@link #value}, where what cannot be read is absent. */
  @Nullable Object given() {
    try {
      return value();
    } catch (IllegalArgumentException e) {
      return Expression.ABSENT;
    }
  }

  void show(@Nullable Object value) {
    TryValue all = whole;
    if (all != null) {
      all.show(value);
    } else if (value instanceof Map<?, ?> object) {
      fields.forEach((name, field) ->
          field.show(object.containsKey(name) ? object.get(name) : Expression.ABSENT));
    }
  }
}
