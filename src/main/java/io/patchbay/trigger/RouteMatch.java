package io.patchbay.trigger;

import io.patchbay.api.Verb;
import io.patchbay.flow.WebhookRoute;
import java.util.Map;
import java.util.Set;

/** What the table of routes knows about a path and a verb. */
sealed interface RouteMatch {

  /**
   * A flow answers.
   *
   * @param path values of the path's parameters
   */
  record Found(WebhookRoute route, Map<String, String> path) implements RouteMatch {}

  /** Flows answer that path, but other verbs. */
  record OtherVerbs(Set<Verb> allowed) implements RouteMatch {}

  /** Nobody answers that path. */
  record Nobody() implements RouteMatch {}
}
