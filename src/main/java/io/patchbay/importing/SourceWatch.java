package io.patchbay.importing;

import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.importing.ApiSource.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at watched sources when they are due, on whichever node comes first. What is new waits for
 * somebody to look at it; nothing is taken over by itself.
 */
@Component
class SourceWatch {

  private static final Logger log = LoggerFactory.getLogger(SourceWatch.class);

  /** When another node may look, should this one be gone: longer than any look takes. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final ImportReading reading;
  private final ApiSourceRepository sources;
  private final WatchTimes times;
  private final InstantSource clock;
  private final AtomicBoolean looking = new AtomicBoolean();

  SourceWatch(
      ImportReading reading, ApiSourceRepository sources, WatchTimes times, InstantSource clock) {
    this.reading = reading;
    this.sources = sources;
    this.times = times;
    this.clock = clock;
  }

  /** At a fixed rate, since a fixed delay would keep the one thread of the scheduler. */
  @Scheduled(initialDelay = 45_000, fixedRate = 30_000)
  void look() {
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    try {
      for (var due = claim(); due != null; due = claim()) {
        look(due);
      }
    } catch (DataAccessException e) {
      log.debug("Could not look for sources that are due; trying again in half a minute", e);
    } finally {
      looking.set(false);
    }
  }

  private @Nullable ApiSource claim() {
    if (Thread.currentThread().isInterrupted()) {
      return null;
    }
    var now = clock.instant();
    var due = sources.claimDue(now, now.plus(LEASE), 1);
    return due.isEmpty() ? null : due.getFirst();
  }

  private void look(ApiSource source) {
    var now = clock.instant();
    int hours = Objects.requireNonNullElse(source.watchHours(), WatchTimes.MOST_HOURS);
    try {
      var request = source.origin().again(Objects.requireNonNull(source.origin().url()));
      // Documents that it refers to may have changed even where it has not.
      var etag = request.allowExternal() ? null : source.etag();
      var read = reading.read(request, etag);
      if (read.isPresent()) {
        compare(source, request, read.get().result(), now);
      }
      var newEtag = read.isPresent() ? read.get().etag() : source.etag();
      sources.checked(source.api(), now, times.next(now, hours), newEtag);
    } catch (InvalidException e) {
      failed(source, now, hours, e.problems().getFirst().message());
    } catch (ConflictException e) {
      failed(source, now, hours, String.valueOf(e.getMessage()));
    } catch (DataAccessException e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("Looking at the source of API {} failed", source.api().value(), e);
      failed(source, now, hours, "The server could not read it; its log says more.");
    }
  }

  private void compare(ApiSource source, ImportRequest request, ImportResult read, Instant now) {
    var base = sources.base(source.api());
    var imported = SourceMatch.of(read, base).api();
    var hash = Sources.hash(imported);
    if (hash.equals(source.hash())) {
      sources.dropCandidate(source.api());
      return;
    }
    var here = new HashSet<>(sources.methods(source.api()));
    var taken = ChosenParts.only(base, method -> here.contains(method.name()));
    var counts = RefreshComparison.of(base, taken, imported, Set.of()).counts(Set.of());
    var waiting =
        new Waiting(
            hash,
            now,
            counts.equals(RefreshCounts.NONE) ? null : counts,
            Sources.origin(request, read));
    sources.await(source.api(), waiting, imported);
  }

  private void failed(ApiSource source, Instant now, int hours, String error) {
    sources.failed(source.api(), now, times.afterFailure(now, source.failures(), hours), error);
  }
}
