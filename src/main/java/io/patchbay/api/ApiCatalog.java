package io.patchbay.api;

import io.patchbay.common.WorkspaceId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * APIs and methods for the engine, held in memory until any definition changes; checks no rights.
 */
@Component
public class ApiCatalog {

  private final ApiRepository repository;
  private final DefinitionChanges changes;
  private volatile Held held = new Held(-1);

  ApiCatalog(ApiRepository repository, DefinitionChanges changes) {
    this.repository = repository;
    this.changes = changes;
  }

  /** The API without its methods. */
  public Optional<Api> api(WorkspaceId workspace, String slug) {
    return head(workspace, slug).map(StoredApi::api);
  }

  /** The method. */
  public Optional<ApiMethod> method(WorkspaceId workspace, String slug, String method) {
    Optional<StoredApi> head = head(workspace, slug);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    ApiId id = head.get().id();
    return current()
        .methods
        .computeIfAbsent(
            new MethodKey(id, method), key -> repository.findMethod(key.api, key.name));
  }

  private Optional<StoredApi> head(WorkspaceId workspace, String slug) {
    return current()
        .heads
        .computeIfAbsent(
            new ApiKey(workspace, slug), key -> repository.findHead(key.workspace, key.slug));
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

  private record ApiKey(WorkspaceId workspace, String slug) {}

  private record MethodKey(ApiId api, String name) {}

  private static final class Held {
    final long counter;
    final Map<ApiKey, Optional<StoredApi>> heads = new ConcurrentHashMap<>();
    final Map<MethodKey, Optional<ApiMethod>> methods = new ConcurrentHashMap<>();

    Held(long counter) {
      this.counter = counter;
    }
  }
}
