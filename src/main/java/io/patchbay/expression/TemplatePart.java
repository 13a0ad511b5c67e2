package io.patchbay.expression;

import io.patchbay.common.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of a compiled {@link Template}. */
sealed interface TemplatePart {

  /** A plain value, or {@link Expression#ABSENT}. */
  @Nullable Object evaluate(Map<String, @Nullable Object> scope);

  /** All expressions in it. */
  Stream<Expression> expressions();

  /** A value without expressions, made once; nobody can change it. */
  record Constant(@Nullable Object value) implements TemplatePart {

    static Constant of(JsonNode tree) {
      return new Constant(unmodifiable(Json.toValue(tree)));
    }

    @Override
    public @Nullable Object evaluate(Map<String, @Nullable Object> scope) {
      return value;
    }

    @Override
    public Stream<Expression> expressions() {
      return Stream.empty();
    }

    private static @Nullable Object unmodifiable(@Nullable Object plain) {
      return switch (plain) {
        case Map<?, ?> map -> {
          var copy = new LinkedHashMap<@Nullable Object, @Nullable Object>();
          map.forEach((name, value) -> copy.put(name, unmodifiable(value)));
          yield Collections.unmodifiableMap(copy);
        }
        case List<?> list -> {
          var copy = new ArrayList<@Nullable Object>();
          list.forEach(value -> copy.add(unmodifiable(value)));
          yield Collections.unmodifiableList(copy);
        }
        case null, default -> plain;
      };
    }
  }

  /** A string that is one expression. */
  record Value(Expression expression, String path) implements TemplatePart {

    @Override
    public @Nullable Object evaluate(Map<String, @Nullable Object> scope) {
      try {
        return expression.evaluate(scope);
      } catch (ExpressionException e) {
        throw TemplateText.at(path, e);
      }
    }

    @Override
    public Stream<Expression> expressions() {
      return Stream.of(expression);
    }
  }

  /** A string of texts and expressions. */
  record Text(List<TemplatePart> parts) implements TemplatePart {

    @Override
    public Object evaluate(Map<String, @Nullable Object> scope) {
      var text = new StringBuilder();
      for (TemplatePart part : parts) {
        text.append(TemplateText.written(part.evaluate(scope)));
      }
      return text.toString();
    }

    @Override
    public Stream<Expression> expressions() {
      return parts.stream().flatMap(TemplatePart::expressions);
    }
  }

  /** An object. */
  record Fields(Map<String, TemplatePart> fields) implements TemplatePart {

    @Override
    public Object evaluate(Map<String, @Nullable Object> scope) {
      var object = new LinkedHashMap<String, @Nullable Object>();
      fields.forEach((name, part) -> {
        Object value = part.evaluate(scope);
        if (!Expression.ABSENT.equals(value)) {
          object.put(name, value);
        }
      });
      return object;
    }

    @Override
    public Stream<Expression> expressions() {
      return fields.values().stream().flatMap(TemplatePart::expressions);
    }
  }

  /** An array. */
  record Elements(List<TemplatePart> elements) implements TemplatePart {

    @Override
    public Object evaluate(Map<String, @Nullable Object> scope) {
      var array = new ArrayList<@Nullable Object>();
      for (TemplatePart element : elements) {
        Object value = element.evaluate(scope);
        if (!Expression.ABSENT.equals(value)) {
          array.add(value);
        }
      }
      return array;
    }

    @Override
    public Stream<Expression> expressions() {
      return elements.stream().flatMap(TemplatePart::expressions);
    }
  }
}
