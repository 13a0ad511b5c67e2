package io.patchbay.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of an address, encoded, as the pairs that it is made of; what nobody touches stays as
 * it was written.
 */
final class QueryText {

  private QueryText() {}

  /** What stands before the query. */
  static String pathOf(String pathAndQuery) {
    var question = pathAndQuery.indexOf('?');
    return question < 0 ? pathAndQuery : pathAndQuery.substring(0, question);
  }

  /** Decoded values by name; a list where a name is there more than once. */
  static Map<String, @Nullable Object> values(String pathAndQuery) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (var pair : pairs(pathAndQuery)) {
      RequestView.put(values, nameOf(pair), valueOf(pair));
    }
    return values;
  }

  /** The pairs as they are written. */
  static List<String> pairs(String pathAndQuery) {
    var question = pathAndQuery.indexOf('?');
    return question < 0 || question == pathAndQuery.length() - 1
        ? List.of()
        : List.of(pathAndQuery.substring(question + 1).split("&", -1));
  }

  /** The decoded name of a pair. */
  static String nameOf(String pair) {
    var equals = pair.indexOf('=');
    return PercentCode.decodeQuery(equals < 0 ? pair : pair.substring(0, equals));
  }

  /** The decoded value of a pair. */
  static String valueOf(String pair) {
    var equals = pair.indexOf('=');
    return equals < 0 ? "" : PercentCode.decodeQuery(pair.substring(equals + 1));
  }

  /** Without the pairs of that name. */
  static String without(String pathAndQuery, String name) {
    return with(pathAndQuery, name, List.of());
  }

  /**
   * With these pairs in the place of the first one of that name, or at the end.
   *
   * @param replacing encoded, the name included
   */
  static String with(String pathAndQuery, String name, List<String> replacing) {
    var result = new ArrayList<String>();
    var isPlaced = false;
    for (var pair : pairs(pathAndQuery)) {
      if (!nameOf(pair).equals(name)) {
        result.add(pair);
      } else if (!isPlaced) {
        result.addAll(replacing);
        isPlaced = true;
      }
    }
    if (!isPlaced) {
      result.addAll(replacing);
    }
    return joined(pathAndQuery, result);
  }

  /** With these pairs at the end. */
  static String and(String pathAndQuery, List<String> more) {
    var result = new ArrayList<>(pairs(pathAndQuery));
    result.addAll(more);
    return joined(pathAndQuery, result);
  }

  private static String joined(String pathAndQuery, List<String> pairs) {
    var path = pathOf(pathAndQuery);
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }
}
