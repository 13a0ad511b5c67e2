package io.patchbay.http;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes values as OpenAPI's {@code style} and {@code explode} say (OpenAPI 3.1, 4.8.12). */
final class ParameterStyle {

  private ParameterStyle() {}

  /** Appends {@code &name=value}, once or several times, or nothing for an empty list. */
  static void query(
      StringBuilder query, String name, @Nullable Object value, String style, boolean explode) {
    if (style.equals("deepObject") && value instanceof Map<?, ?> map) {
      deep(query, name, map);
      return;
    }
    switch (value) {
      case List<?> list when explode -> list.forEach(element -> pair(query, name, element));
      case List<?> list -> {
        if (!list.isEmpty()) {
          raw(query, name, join(list.stream(), delimiter(style)));
        }
      }
      case Map<?, ?> map when explode ->
          map.forEach((key, element) -> pair(query, String.valueOf(key), element));
      case Map<?, ?> map -> {
        if (!map.isEmpty()) {
          raw(query, name, join(flat(map), delimiter(style)));
        }
      }
      case null, default -> pair(query, name, value);
    }
  }

  /** The value of a path segment. */
  static String path(String name, @Nullable Object value, String style, boolean explode) {
    return switch (style) {
      case "label" -> "." + simple(value, explode, explode ? "." : ",", PercentCode::encode);
      case "matrix" -> matrix(PercentCode.encode(name), value, explode);
      default -> simple(value, explode, ",", PercentCode::encode);
    };
  }

  /** The value of a header, style simple. */
  static String header(@Nullable Object value, boolean explode) {
    return simple(value, explode, ",", UnaryOperator.identity());
  }

  private static String simple(
      @Nullable Object value, boolean explode, String between, UnaryOperator<String> encode) {
    return switch (value) {
      case List<?> list ->
          list.stream().map(Scalars::text).map(encode).collect(Collectors.joining(between));
      case Map<?, ?> map when explode ->
          map.entrySet().stream()
              .map(entry ->
                  encode.apply(String.valueOf(entry.getKey()))
                      + "="
                      + encode.apply(Scalars.text(entry.getValue())))
              .collect(Collectors.joining(between));
      case Map<?, ?> map ->
          flat(map).map(Scalars::text).map(encode).collect(Collectors.joining(between));
      case null, default -> encode.apply(Scalars.text(value));
    };
  }

  private static String matrix(String name, @Nullable Object value, boolean explode) {
    return switch (value) {
      case List<?> list when explode ->
          list.stream()
              .map(element -> ";" + name + "=" + PercentCode.encode(Scalars.text(element)))
              .collect(Collectors.joining());
      case Map<?, ?> map when explode -> ";" + simple(map, true, ";", PercentCode::encode);
      case null, default -> ";" + name + "=" + simple(value, false, ",", PercentCode::encode);
    };
  }

  private static void deep(StringBuilder query, String name, Map<?, ?> map) {
    map.forEach((key, value) -> {
      var inner = name + "[" + key + "]";
      switch (value) {
        case Map<?, ?> nested -> deep(query, inner, nested);
        case List<?> list -> list.forEach(element -> pair(query, inner, element));
        case null, default -> pair(query, inner, value);
      }
    });
  }

  private static void pair(StringBuilder query, String name, @Nullable Object value) {
    raw(query, name, PercentCode.encode(Scalars.text(value)));
  }

  private static void raw(StringBuilder query, String name, String encoded) {
    query.append('&').append(PercentCode.encode(name)).append('=').append(encoded);
  }

  private static Stream<@Nullable Object> flat(Map<?, ?> map) {
    return map.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()));
  }

  private static String join(Stream<?> elements, String delimiter) {
    return elements
        .map(element -> PercentCode.encode(Scalars.text(element)))
        .collect(Collectors.joining(delimiter));
  }

  private static String delimiter(String style) {
    return switch (style) {
      case "spaceDelimited" -> "%20";
      case "pipeDelimited" -> "%7C";
      default -> ",";
    };
  }
}
