package io.patchbay.http;

import io.patchbay.expression.Expression;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request as expressions see it under the name {@code request}, before it is authenticated: verb,
 * url, path, query, headers (by lower-case name) and body. Worked out when it is read.
 */
final class RequestView extends AbstractMap<String, @Nullable Object> {

  private static final List<String> NAMES =
      List.of("verb", "url", "path", "query", "headers", "body");

  private final RequestDraft draft;
  private final Predicate<HeaderLine> seen;

  /**
   * @param seen the headers that whoever wrote the expression may read
   */
  RequestView(RequestDraft draft, Predicate<HeaderLine> seen) {
    this.draft = draft;
    this.seen = seen;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    var request = draft.outgoing();
    return switch (String.valueOf(key)) {
      case "verb" -> request.verb();
      case "url" -> request.address().origin() + request.address().path();
      case "path" -> QueryText.pathOf(request.address().path());
      case "query" -> QueryText.values(request.address().path());
      case "headers" -> headers(request);
      case "body" -> draft.body();
      default -> null;
    };
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return "body".equals(key)
        ? !Expression.ABSENT.equals(draft.body())
        : key instanceof String name && NAMES.contains(name);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    var all = new LinkedHashMap<String, @Nullable Object>();
    for (var name : NAMES) {
      if (containsKey(name)) {
        all.put(name, get(name));
      }
    }
    return all.entrySet();
  }

  private Map<String, @Nullable Object> headers(Outgoing request) {
    var headers = new LinkedHashMap<String, @Nullable Object>();
    for (var line : request.headers()) {
      if (seen.test(line)) {
        headers.put(line.key(), line.value());
      }
    }
    return headers;
  }

  /** A value, or the list of them where a name is there more than once. */
  static void put(Map<String, @Nullable Object> values, String name, String value) {
    if (!values.containsKey(name)) {
      values.put(name, value);
      return;
    }
    var all = new ArrayList<@Nullable Object>();
    if (values.get(name) instanceof List<?> list) {
      all.addAll(list);
    } else {
      all.add(values.get(name));
    }
    all.add(value);
    values.put(name, all);
  }
}
