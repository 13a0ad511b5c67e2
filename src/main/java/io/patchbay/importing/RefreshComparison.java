package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiUse;
import io.patchbay.change.Change;
import io.patchbay.change.Impact;
import io.patchbay.change.Merge;
import io.patchbay.change.MethodChange;
import io.patchbay.change.MethodPairs;
import io.patchbay.change.ThreeWayMerge;
import io.patchbay.change.TouchedUses;
import io.patchbay.importing.RefreshPreview.MethodRefresh;
import io.patchbay.importing.RefreshPreview.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A definition compared with its source: what was taken then, what it is now, what the source says
 * now. Methods that were not taken stay out of it, unless somebody takes them now.
 */
final class RefreshComparison {

  private final Api base;
  private final Api mine;
  private final Api theirs;
  private final Set<String> notTaken;
  private final Merge merge;

  private RefreshComparison(Api base, Api mine, Api theirs, Set<String> notTaken, Merge merge) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
    this.notTaken = notTaken;
    this.merge = merge;
  }

  /**
   * Compares.
   *
   * @param base all that the source said when it was taken last
   * @param mine the definition as it is now
   * @param theirs all that the source says now
   * @param take names of methods in the source that were not taken before and are now
   */
  static RefreshComparison of(Api base, Api mine, Api theirs, Set<String> take) {
    var taken = MethodPairs.names(base, mine).keySet();
    var notTaken = new LinkedHashSet<String>();
    MethodPairs.names(base, theirs)
        .forEach((before, now) -> {
          if (!taken.contains(before)) {
            notTaken.add(now);
          }
        });
    var merge =
        ThreeWayMerge.merge(
            ChosenParts.only(base, method -> taken.contains(method.name())),
            mine,
            ChosenParts.only(
                theirs,
                method -> !notTaken.contains(method.name()) || take.contains(method.name())));
    return new RefreshComparison(base, mine, theirs, notTaken, merge);
  }

  Merge merge() {
    return merge;
  }

  /** Names of methods in the source that were not taken, whether they are now or not. */
  Set<String> notTaken() {
    return notTaken;
  }

  /** The difference in numbers, without methods that are skipped. */
  RefreshCounts counts(Set<String> skipped) {
    var methods =
        merge.methods().stream().filter(method -> !skipped.contains(method.name())).toList();
    var changes = new ArrayList<>(merge.changes());
    int conflicts = merge.conflicts().size();
    for (var method : methods) {
      changes.addAll(method.changes());
      conflicts += method.conflicts().size();
    }
    return new RefreshCounts(
        count(methods, MethodChange.State.ADDED),
        count(methods, MethodChange.State.CHANGED),
        count(methods, MethodChange.State.REMOVED),
        count(changes, Impact.BREAKING),
        count(changes, Impact.MAYBE),
        count(changes, Impact.SAFE),
        conflicts);
  }

  private static int count(List<MethodChange> methods, MethodChange.State state) {
    return (int) methods.stream().filter(method -> method.state() == state).count();
  }

  private static int count(List<Change> changes, Impact impact) {
    return (int) changes.stream().filter(change -> change.impact() == impact).count();
  }

  /** All methods that anything is to be said about. */
  List<MethodRefresh> methods(List<ApiUse> uses) {
    var methods = new ArrayList<MethodRefresh>();
    for (var change : merge.methods()) {
      state(change).ifPresent(state -> methods.add(method(change, state, uses)));
    }
    for (var name : notTaken) {
      theirs.method(name).ifPresent(method -> methods.add(notTaken(method)));
    }
    return methods;
  }

  private static Optional<State> state(MethodChange change) {
    return switch (change.state()) {
      case ADDED -> Optional.of(State.NEW);
      case REMOVED -> Optional.of(State.GONE);
      case CHANGED -> Optional.of(State.CHANGED);
      case UNCHANGED -> change.conflicts().isEmpty() ? Optional.empty() : Optional.of(State.EDITED);
    };
  }

  private MethodRefresh method(MethodChange change, State state, List<ApiUse> uses) {
    var source = state == State.GONE ? mine : merge.api();
    var method = source.method(change.name()).orElseThrow();
    String before = TouchedUses.nameBefore(change.name(), change.changes());
    return new MethodRefresh(
        change.name(),
        method.title(),
        method.verb(),
        method.path(),
        state,
        change.impact(),
        change.changes(),
        change.conflicts(),
        state == State.NEW
            ? List.of()
            : uses.stream().filter(use -> use.method().equals(before)).toList());
  }

  private static MethodRefresh notTaken(ApiMethod method) {
    return new MethodRefresh(
        method.name(),
        method.title(),
        method.verb(),
        method.path(),
        State.NOT_TAKEN,
        Impact.SAFE,
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * What the next comparison is based on: what the source says now, but of skipped methods what it
   * said before, so that they are offered again.
   */
  Api nextBase(Set<String> skipped) {
    if (skipped.isEmpty()) {
      return theirs;
    }
    var kept = skippedOfBase(skipped);
    var left = skippedOfSource(skipped);
    var methods = new ArrayList<ApiMethod>();
    var replaced = MethodPairs.names(theirs, base);
    var names = new HashSet<String>();
    for (var method : theirs.methods()) {
      var before = kept.remove(replaced.getOrDefault(method.name(), ""));
      if (before != null) {
        methods.add(before);
      } else if (!left.contains(method.name())) {
        methods.add(method);
      }
    }
    methods.addAll(kept.values()); // those that the source no longer has
    methods.removeIf(method -> !names.add(method.name()));
    var schemas = new LinkedHashMap<>(theirs.schemas());
    var old = methods.stream().filter(base.methods()::contains).toList();
    schemas.putAll(ChosenParts.only(base, old::contains).schemas());
    return theirs.with(parts -> {
      parts.methods = methods;
      parts.schemas = schemas;
    });
  }

  /** Skipped methods as the source had them before, by their name then. */
  private Map<String, ApiMethod> skippedOfBase(Set<String> skipped) {
    var kept = new LinkedHashMap<String, ApiMethod>();
    var mineNames = MethodPairs.names(base, mine);
    var mergedNames = MethodPairs.names(mine, merge.api());
    for (var method : base.methods()) {
      String here = mineNames.get(method.name());
      if (here != null && skipped.contains(mergedNames.getOrDefault(here, here))) {
        kept.put(method.name(), method);
      }
    }
    return kept;
  }

  /** Names in the source of methods that are new there and skipped. */
  private Set<String> skippedOfSource(Set<String> skipped) {
    var left = new HashSet<String>();
    MethodPairs.names(theirs, merge.api())
        .forEach((there, merged) -> {
          if (skipped.contains(merged)) {
            left.add(there);
          }
        });
    return left;
  }
}
