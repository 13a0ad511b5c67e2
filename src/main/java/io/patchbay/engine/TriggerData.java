package io.patchbay.engine;

import io.patchbay.api.Verb;
import io.patchbay.expression.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger hands to a run.
 *
 * @param body a plain value, or {@link Expression#ABSENT}
 * @param headers by lower-case name
 * @param query name to text, or to a list of texts where a name came several times
 * @param path the path's parameters
 * @param verb absent when there was no request
 */
public record TriggerData(
    @Nullable Object body,
    Map<String, String> headers,
    Map<String, @Nullable Object> query,
    Map<String, String> path,
    @Nullable Verb verb) {

  /** Nothing at all. */
  public static final TriggerData EMPTY =
      new TriggerData(Expression.ABSENT, Map.of(), Map.of(), Map.of(), null);

  /** A body and nothing else. */
  public static TriggerData ofBody(@Nullable Object body) {
    return new TriggerData(body, Map.of(), Map.of(), Map.of(), null);
  }

  /** What expressions see as {@code trigger}. */
  public Map<String, @Nullable Object> scope(String id, String kind) {
    var scope = new LinkedHashMap<String, @Nullable Object>();
    scope.put("id", id);
    scope.put("kind", kind);
    if (!Expression.ABSENT.equals(body)) {
      scope.put("body", body);
    }
    scope.put("headers", headers);
    scope.put("query", query);
    scope.put("path", path);
    if (verb != null) {
      scope.put("verb", verb.name());
    }
    return scope;
  }
}
