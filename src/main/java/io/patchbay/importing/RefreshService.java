package io.patchbay.importing;

import io.patchbay.api.ApiEditing;
import io.patchbay.api.ApiId;
import io.patchbay.api.ApiService;
import io.patchbay.api.StoredApi;
import io.patchbay.change.MethodChange;
import io.patchbay.change.TouchedUses;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.NotFoundException;
import io.patchbay.importing.ApiSource.Waiting;
import io.patchbay.importing.RefreshRepository.Refresh;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings definitions up to their sources: compares, takes over what was agreed to, and finds the
 * way back. What was edited by hand stays.
 */
@Service
public class RefreshService {

  private final ImportReading reading;
  private final ApiSourceRepository sources;
  private final RefreshRepository refreshes;
  private final RefreshUndo wayBack;
  private final WatchTimes times;
  private final ApiService apis;
  private final ApiEditing editing;
  private final AuditTrail audit;
  private final Ids ids;
  private final InstantSource clock;

  RefreshService(
      ImportReading reading,
      ApiSourceRepository sources,
      RefreshRepository refreshes,
      RefreshUndo wayBack,
      WatchTimes times,
      ApiService apis,
      ApiEditing editing,
      AuditTrail audit,
      Ids ids,
      InstantSource clock) {
    this.reading = reading;
    this.sources = sources;
    this.refreshes = refreshes;
    this.wayBack = wayBack;
    this.times = times;
    this.apis = apis;
    this.editing = editing;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Where the API came from; nothing when it was made by hand, or is another workspace's. */
  public Optional<SourceView> source(Access access, String ref) {
    var stored = editing.head(access, ref);
    return stored.share() == null
        ? sources.find(stored.id()).map(ApiSource::view)
        : Optional.empty();
  }

  /**
   * Reads the source and compares. Nothing of the definition changes.
   *
   * @param newContent read in place of the address that is known; absent to read that one again
   * @throws InvalidException when the source cannot be read
   */
  public RefreshPreview preview(Access access, String ref, @Nullable ImportRequest newContent) {
    var stored = editable(access, ref);
    var source = required(stored);
    var request = newContent == null ? again(source) : newContent;
    var base = sources.base(stored.id());
    var read = reading.read(request);
    var imported = SourceMatch.of(read.result(), base);
    var now = clock.instant();
    var comparison = RefreshComparison.of(base, stored.api(), imported.api(), Set.of());
    var waiting =
        new Waiting(
            Sources.hash(imported.api()),
            now,
            comparison.merge().isEmpty() ? null : comparison.counts(Set.of()),
            Sources.origin(request, read.result()));
    sources.await(stored.id(), waiting, imported.api());
    if (newContent == null) {
      sources.checked(stored.id(), now, times.next(now, source.watchHours()), read.etag());
    }
    var uses = apis.uses(access, ref);
    return new RefreshPreview(
        token(waiting.hash(), stored.revision()),
        now,
        read.result().title(),
        comparison.merge().isEmpty(),
        comparison.counts(Set.of()),
        comparison.merge().changes(),
        comparison.merge().conflicts(),
        comparison.methods(uses),
        TouchedUses.of(comparison.merge().allChanges(), uses),
        Stream.concat(read.result().issues().stream(), imported.issues().stream()).toList());
  }

  /** As {@link #apply(Access, String, String, Set, Set)}; what was not taken stays out. */
  @Transactional
  public StoredApi apply(Access access, String ref, String hash, Set<String> skippedMethods) {
    return apply(access, ref, hash, skippedMethods, Set.of());
  }

  /**
   * Takes over what a preview showed.
   *
   * @param hash of the preview
   * @param skippedMethods stay as they are; they are offered again next time
   * @param takenMethods of those that the preview calls not taken, which come in now
   * @throws ConflictException when the definition or what was read is not what was compared
   */
  @Transactional
  public StoredApi apply(
      Access access,
      String ref,
      String hash,
      Set<String> skippedMethods,
      Set<String> takenMethods) {
    var stored = editable(access, ref);
    var source = required(stored);
    var waiting = source.waiting();
    if (waiting == null || !hash.equals(token(waiting.hash(), stored.revision()))) {
      throw new ConflictException(
          "API '%s' or what was read of its source is not what was compared any more. Nothing was changed; compare again."
              .formatted(ref));
    }
    var base = sources.base(stored.id());
    var theirs = sources.candidate(stored.id()).orElseThrow();
    var comparison = RefreshComparison.of(base, stored.api(), theirs, takenMethods);
    requireKnown(comparison, skippedMethods, takenMethods);
    var result = comparison.merge().apply(skippedMethods);
    var now = clock.instant();
    var refreshed = stored;
    if (!result.equals(stored.api())) {
      refreshed = apis.put(access, ref, result, stored.revision());
      var counts = comparison.counts(skippedMethods);
      var view = new RefreshView(ids.next(), now, access.actor(), counts, null);
      refreshes.insert(
          stored.id(),
          new Refresh(
              view,
              stored.api(),
              refreshed.api(),
              base,
              source.hash(),
              source.origin(),
              source.readAt(),
              refreshed.revision()));
      audit.record(access, "refreshed API", ref, counts.inWords());
    }
    sources.take(
        stored.id(),
        waiting.origin(),
        comparison.nextBase(skippedMethods),
        waiting.hash(),
        waiting.at());
    sources.dropCandidate(stored.id());
    return refreshed;
  }

  /** The sources of the workspace's own APIs that changed or could not be read, by API. */
  public Map<ApiId, SourceView> noteworthy(Access access) {
    access.require(Role.VIEWER);
    return sources.noteworthy(access.workspace()).stream()
        .collect(Collectors.toMap(ApiSource::api, ApiSource::view));
  }

  /** The refreshes that were done, the newest first; the last twenty. */
  public List<RefreshView> history(Access access, String ref) {
    var stored = editing.head(access, ref);
    return stored.share() == null ? refreshes.list(stored.id()) : List.of();
  }

  /**
   * Takes the last refresh back. What was edited by hand after it stays.
   *
   * @throws ConflictException when it is not the last one, or later edits cannot stay without it
   */
  @Transactional
  public StoredApi undo(Access access, String ref, UUID id) {
    return wayBack.undo(access, editable(access, ref), id);
  }

  /**
   * Says how often the source is looked at.
   *
   * @param hours 1 to 720; absent: not any more
   */
  @Transactional
  public SourceView watch(Access access, String ref, @Nullable Integer hours) {
    access.require(Role.EDITOR);
    var stored = requireOwn(editing.head(access, ref));
    var source = required(stored);
    times.check(hours, source.origin().url());
    sources.watch(stored.id(), hours, times.next(clock.instant(), hours));
    audit.record(
        access,
        "changed watch of API",
        ref,
        hours == null ? "not watched" : "every %d hours".formatted(hours));
    return required(stored).view();
  }

  private static void requireKnown(
      RefreshComparison comparison, Set<String> skipped, Set<String> taken) {
    var known =
        comparison.merge().methods().stream().map(MethodChange::name).collect(Collectors.toSet());
    var problems =
        Stream.concat(
                skipped.stream()
                    .filter(name -> !known.contains(name))
                    .map(name ->
                        new Problem("skip", "There is no method '%s' to skip.".formatted(name))),
                taken.stream()
                    .filter(name -> !comparison.notTaken().contains(name))
                    .map(name ->
                        new Problem(
                            "take",
                            "There is no method '%s' in the source that was not taken."
                                .formatted(name))))
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
  }

  private static ImportRequest again(ApiSource source) {
    String url = source.origin().url();
    if (url == null) {
      throw new InvalidException(
          "file",
          "The API came from '%s', which cannot be read again. Give the newer file."
              .formatted(source.origin().name()));
    }
    return source.origin().again(url);
  }

  private ApiSource required(StoredApi stored) {
    return sources
        .find(stored.id())
        .orElseThrow(() -> NotFoundException.of("source of API", stored.ref().toString()));
  }

  private StoredApi editable(Access access, String ref) {
    access.require(Role.EDITOR);
    return requireOwn(apis.get(access, ref));
  }

  /** A refresh may move servers and authentication, which are the owner's business. */
  private static StoredApi requireOwn(StoredApi stored) {
    if (stored.share() != null) {
      throw new ForbiddenException(
          "API '%s' belongs to workspace '%s'; only its editors can bring it up to its source."
              .formatted(stored.ref(), stored.share().ownerSlug()));
    }
    return stored;
  }

  private static String token(String hash, long revision) {
    return hash + "-" + revision;
  }
}
