package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiService;
import io.patchbay.api.StoredApi;
import io.patchbay.change.Conflict;
import io.patchbay.change.ThreeWayMerge;
import io.patchbay.common.Access;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.NotFoundException;
import io.patchbay.importing.RefreshRepository.Refresh;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes a refresh back: the definition and what is known of its source are as they were. */
@Component
class RefreshUndo {

  private static final int MOST_NAMED = 5;

  private final ApiSourceRepository sources;
  private final RefreshRepository refreshes;
  private final ApiService apis;
  private final AuditTrail audit;
  private final InstantSource clock;

  RefreshUndo(
      ApiSourceRepository sources,
      RefreshRepository refreshes,
      ApiService apis,
      AuditTrail audit,
      InstantSource clock) {
    this.sources = sources;
    this.refreshes = refreshes;
    this.apis = apis;
    this.audit = audit;
    this.clock = clock;
  }

  /** As {@link RefreshService#undo}, within its transaction. */
  StoredApi undo(Access access, StoredApi stored, UUID id) {
    var refresh =
        refreshes.find(stored.id(), id).orElseThrow(() -> NotFoundException.of("refresh", id));
    requireLast(stored, refresh);
    var ref = stored.ref().toString();
    var undone = apis.put(access, ref, before(stored, refresh), stored.revision());
    sources.take(stored.id(), refresh.origin(), refresh.base(), refresh.hash(), refresh.readAt());
    sources.dropCandidate(stored.id());
    refreshes.undone(id, clock.instant());
    audit.record(access, "undid refresh of API", ref, refresh.view().counts().inWords());
    return undone;
  }

  private void requireLast(StoredApi stored, Refresh refresh) {
    if (refresh.view().undoneAt() != null) {
      throw new ConflictException("This refresh was undone already.");
    }
    var last =
        refreshes.list(stored.id()).stream().filter(view -> view.undoneAt() == null).findFirst();
    if (last.isPresent() && !last.get().id().equals(refresh.view().id())) {
      throw new ConflictException(
          "Another refresh came after this one, at %s. Undo that one first."
              .formatted(last.get().at()));
    }
  }

  /** The definition before the refresh, with the edits that were made after it. */
  private static Api before(StoredApi stored, Refresh refresh) {
    if (stored.revision() == refresh.revisionAfter()) {
      return refresh.before();
    }
    var merge = ThreeWayMerge.merge(refresh.after(), stored.api(), refresh.before());
    var conflicts = merge.allConflicts();
    if (!conflicts.isEmpty()) {
      throw new ConflictException(
          "After the refresh these were edited where it had changed them: %s. Undoing would lose the edits; nothing was changed."
              .formatted(places(conflicts)));
    }
    return merge.api();
  }

  private static String places(List<Conflict> conflicts) {
    var places =
        conflicts.stream()
            .map(conflict ->
                conflict.method() == null
                    ? conflict.where()
                    : conflict.method() + ": " + conflict.where())
            .distinct()
            .toList();
    var named = places.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return places.size() > MOST_NAMED
        ? "%s and %d more".formatted(named, places.size() - MOST_NAMED)
        : named;
  }
}
