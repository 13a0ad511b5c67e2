package io.patchbay.flow;

import io.patchbay.api.DefinitionChanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The live versions of all workspaces, held in memory until any definition changes; checks no
 * rights.
 */
@Component
public class PublishedFlows {

  private final FlowRepository repository;
  private final DefinitionChanges changes;
  private volatile Held held = new Held(-1);

  PublishedFlows(FlowRepository repository, DefinitionChanges changes) {
    this.repository = repository;
    this.changes = changes;
  }

  /**
   * The live version of the flow; nothing when it is not published. The same object as long as
   * nothing changed.
   */
  public Optional<PublishedFlow> live(FlowId id) {
    return current().flows.computeIfAbsent(id, repository::live);
  }

  /** All webhook addresses that are answered, straight from the database. */
  public List<WebhookRoute> routes() {
    return repository.routes();
  }

  /**
   * A number that differs from an earlier one when anything was published, deleted or changed in
   * between, on any node.
   */
  public long counter() {
    return changes.counter();
  }

  private Held current() {
    long counter = changes.counter();
    Held now = held;
    if (now.counter != counter) {
      now = new Held(counter);
      held = now;
    }
    return now;
  }

  private static final class Held {
    final long counter;
    final Map<FlowId, Optional<PublishedFlow>> flows = new ConcurrentHashMap<>();

    Held(long counter) {
      this.counter = counter;
    }
  }
}
