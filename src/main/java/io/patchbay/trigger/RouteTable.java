package io.patchbay.trigger;

import io.patchbay.api.Verb;
import io.patchbay.flow.WebhookRoute;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All webhook addresses as a tree of path segments; the first segment is the workspace. A literal
 * segment wins over a parameter. Immutable once built.
 */
final class RouteTable {

  private final Branch root = new Branch();

  RouteTable(List<WebhookRoute> routes) {
    routes.forEach(this::add);
  }

  private void add(WebhookRoute route) {
    var branch = root.literals.computeIfAbsent(route.workspaceSlug(), _ -> new Branch());
    for (String segment : route.path().split("/", -1)) {
      branch = branch.child(segment);
    }
    branch.routes.put(route.verb(), route);
  }

  /**
   * Finds who answers.
   *
   * @param segments of the path, the workspace first, decoded
   * @param verb absent for one that flows cannot answer
   */
  RouteMatch match(List<String> segments, @Nullable Verb verb) {
    Set<Verb> others = EnumSet.noneOf(Verb.class);
    var route = root.find(segments, 0, verb, others);
    if (route.isPresent()) {
      return new RouteMatch.Found(route.get(), parameters(route.get(), segments));
    }
    return others.isEmpty() ? new RouteMatch.Nobody() : new RouteMatch.OtherVerbs(others);
  }

  private static Map<String, String> parameters(WebhookRoute route, List<String> segments) {
    if (route.path().indexOf('{') < 0) {
      return Map.of();
    }
    var parameters = new LinkedHashMap<String, String>();
    var names = route.path().split("/", -1);
    for (int i = 0; i < names.length; i++) {
      if (isParameter(names[i])) {
        parameters.put(names[i].substring(1, names[i].length() - 1), segments.get(i + 1));
      }
    }
    return parameters;
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  /** The routes that begin alike. */
  private static final class Branch {

    final Map<String, Branch> literals = new HashMap<>();
    final Map<Verb, WebhookRoute> routes = new EnumMap<>(Verb.class);
    @Nullable Branch parameter;

    Branch child(String segment) {
      if (!isParameter(segment)) {
        return literals.computeIfAbsent(segment, _ -> new Branch());
      }
      var branch = parameter;
      if (branch == null) {
        branch = new Branch();
        parameter = branch;
      }
      return branch;
    }

    Optional<WebhookRoute> find(
        List<String> segments, int at, @Nullable Verb verb, Set<Verb> others) {
      if (at == segments.size()) {
        others.addAll(routes.keySet());
        return verb == null ? Optional.empty() : Optional.ofNullable(routes.get(verb));
      }
      var literal = literals.get(segments.get(at));
      var found =
          literal == null
              ? Optional.<WebhookRoute>empty()
              : literal.find(segments, at + 1, verb, others);
      var open = parameter;
      return found.isPresent() || open == null || segments.get(at).isEmpty()
          ? found
          : open.find(segments, at + 1, verb, others);
    }
  }
}
