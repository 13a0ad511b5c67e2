package io.patchbay.http;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as OpenAPI's {@code style} and {@code explode} say (OpenAPI 3.1.1, 4.8.12.4 and RFC
 * 6570). JSON null is written as the empty text; an empty list or object as nothing.
 */
final class ParameterStyle {

  private ParameterStyle() {}

  /**
   * Gives the pairs of a name and a value that a query, a form, cookies or the parts of a multipart
   * body are made of: one, several, or none.
   *
   * @param encode what to do with each element before they are joined
   * @param out takes the name as it is, and the encoded value
   */
  static void pairs(
      String name,
      @Nullable Object value,
      String style,
      boolean explode,
      UnaryOperator<String> encode,
      BiConsumer<String, String> out) {
    switch (value) {
      case List<?> list when style.equals("deepObject") -> deep(name, list, encode, out);
      case Map<?, ?> map when style.equals("deepObject") -> deep(name, map, encode, out);
      case List<?> list when explode ->
          list.forEach(element -> out.accept(name, encode.apply(Scalars.text(element))));
      case Map<?, ?> map when explode ->
          map.forEach((key, inner) -> member(key, inner, encode, out));
      case List<?> list -> joined(name, list.stream(), list.isEmpty(), style, encode, out);
      case Map<?, ?> map -> joined(name, flat(map), map.isEmpty(), style, encode, out);
      case null, default -> out.accept(name, encode.apply(Scalars.text(value)));
    }
  }

  /** The value of a path segment. */
  static String path(
      String name,
      @Nullable Object value,
      String style,
      boolean explode,
      UnaryOperator<String> encode) {
    return switch (style) {
      case "label" ->
          isEmpty(value) ? "" : "." + simple(value, explode, explode ? "." : ",", encode);
      case "matrix" ->
          isEmpty(value) ? "" : matrix(PercentCode.encode(name), value, explode, encode);
      default -> simple(value, explode, ",", encode);
    };
  }

  /** The value of a header, style simple. */
  static String header(@Nullable Object value, boolean explode) {
    return simple(value, explode, ",", UnaryOperator.identity());
  }

  private static String simple(
      @Nullable Object value, boolean explode, String between, UnaryOperator<String> encode) {
    return switch (value) {
      case List<?> list -> join(list.stream(), between, encode);
      case Map<?, ?> map when explode ->
          map.entrySet().stream()
              .map(entry ->
                  encode.apply(String.valueOf(entry.getKey()))
                      + "="
                      + encode.apply(Scalars.text(entry.getValue())))
              .collect(Collectors.joining(between));
      case Map<?, ?> map -> join(flat(map), between, encode);
      case null, default -> encode.apply(Scalars.text(value));
    };
  }

  private static String matrix(
      String name, @Nullable Object value, boolean explode, UnaryOperator<String> encode) {
    return switch (value) {
      case List<?> list when explode ->
          list.stream()
              .map(element -> named(name, encode.apply(Scalars.text(element))))
              .collect(Collectors.joining());
      case Map<?, ?> map when explode -> ";" + simple(map, true, ";", encode);
      case null, default -> named(name, simple(value, false, ",", encode));
    };
  }

  /** RFC 6570, section 3.2.7: an empty value has no equals sign. */
  private static String named(String name, String value) {
    return value.isEmpty() ? ";" + name : ";" + name + "=" + value;
  }

  /** A list within an exploded object repeats the member's name. */
  private static void member(
      @Nullable Object key,
      @Nullable Object value,
      UnaryOperator<String> encode,
      BiConsumer<String, String> out) {
    var name = String.valueOf(key);
    if (value instanceof List<?> list) {
      list.forEach(element -> out.accept(name, encode.apply(Scalars.text(element))));
    } else {
      out.accept(name, encode.apply(Scalars.text(value)));
    }
  }

  private static void deep(
      String name, Map<?, ?> map, UnaryOperator<String> encode, BiConsumer<String, String> out) {
    map.forEach((key, value) -> deepMember(name + "[" + key + "]", value, encode, out));
  }

  /**
   * OpenAPI leaves lists in deep objects open. Empty brackets for plain elements and numbers for
   * objects is what PHP, Rack, qs, ASP.NET and Spring all read.
   */
  private static void deep(
      String name, List<?> list, UnaryOperator<String> encode, BiConsumer<String, String> out) {
    for (int i = 0; i < list.size(); i++) {
      var element = list.get(i);
      var isPlain = !(element instanceof Map || element instanceof List);
      deepMember(name + (isPlain ? "[]" : "[" + i + "]"), element, encode, out);
    }
  }

  private static void deepMember(
      String name,
      @Nullable Object value,
      UnaryOperator<String> encode,
      BiConsumer<String, String> out) {
    switch (value) {
      case Map<?, ?> map -> deep(name, map, encode, out);
      case List<?> list -> deep(name, list, encode, out);
      case null, default -> out.accept(name, encode.apply(Scalars.text(value)));
    }
  }

  private static void joined(
      String name,
      Stream<?> elements,
      boolean isEmpty,
      String style,
      UnaryOperator<String> encode,
      BiConsumer<String, String> out) {
    if (!isEmpty) {
      out.accept(name, join(elements, delimiter(style, encode), encode));
    }
  }

  private static String delimiter(String style, UnaryOperator<String> encode) {
    return switch (style) {
      case "spaceDelimited" -> encode.apply(" ");
      case "pipeDelimited" -> encode.apply("|");
      default -> ",";
    };
  }

  private static Stream<@Nullable Object> flat(Map<?, ?> map) {
    return map.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()));
  }

  private static String join(Stream<?> elements, String delimiter, UnaryOperator<String> encode) {
    return elements
        .map(element -> encode.apply(Scalars.text(element)))
        .collect(Collectors.joining(delimiter));
  }

  private static boolean isEmpty(@Nullable Object value) {
    return (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }
}
