package io.patchbay.change;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.change.MethodChange.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of a definition when it is brought up to its source.
 *
 * @param mine as it is now
 * @param api as it is afterwards
 * @param methods what happens to each method, in their order afterwards; those that are removed
 *     stand last
 * @param changes what happens to the API itself
 * @param conflicts what was changed on both sides in the API itself, and in methods that were
 *     removed by hand
 */
public record Merge(
    Api mine, Api api, List<MethodChange> methods, List<Change> changes, List<Conflict> conflicts) {

  public Merge {
    methods = List.copyOf(methods);
    changes = List.copyOf(changes);
    conflicts = List.copyOf(conflicts);
  }

  /** Tells what a merge changes. */
  static Merge of(Api mine, Api merged, List<Conflict> conflicts) {
    Map<String, List<Conflict>> conflictsOf = new LinkedHashMap<>();
    conflicts.forEach(conflict ->
        conflictsOf.computeIfAbsent(name(conflict.method()), _ -> new ArrayList<>()).add(conflict));
    Map<String, List<Change>> changes = new HashMap<>();
    List<Change> general = new ArrayList<>();
    for (Change change : ApiDiff.between(mine, merged)) {
      (change.method() == null
              ? general
              : changes.computeIfAbsent(change.method(), _ -> new ArrayList<>()))
          .add(change);
    }
    var pairs = ApiDiff.pairs(mine.methods(), merged.methods());
    Set<String> added = new HashSet<>(pairs.added().stream().map(ApiMethod::name).toList());
    List<MethodChange> methods = new ArrayList<>();
    for (ApiMethod method : merged.methods()) {
      var own = changes.getOrDefault(method.name(), List.of());
      var state =
          added.contains(method.name())
              ? State.ADDED
              : own.isEmpty() ? State.UNCHANGED : State.CHANGED;
      var met = conflictsOf.remove(method.name());
      methods.add(new MethodChange(method.name(), state, own, met == null ? List.of() : met));
    }
    for (ApiMethod method : pairs.removed()) {
      var own = changes.getOrDefault(method.name(), List.of());
      methods.add(new MethodChange(method.name(), State.REMOVED, own, List.of()));
    }
    var others = conflictsOf.values().stream().flatMap(List::stream).toList();
    return new Merge(mine, merged, methods, general, others);
  }

  private static String name(@Nullable String method) {
    return method == null ? "" : method;
  }

  /** Whether anything changes at all. */
  public boolean isEmpty() {
    return mine.equals(api);
  }

  /** All changes, those of the API itself first. */
  public List<Change> allChanges() {
    List<Change> all = new ArrayList<>(changes);
    methods.forEach(method -> all.addAll(method.changes()));
    return all;
  }

  /** All conflicts, those of the API itself first. */
  public List<Conflict> allConflicts() {
    List<Conflict> all = new ArrayList<>(conflicts);
    methods.forEach(method -> all.addAll(method.conflicts()));
    return all;
  }

  /**
   * The merged definition with some methods left as they are in {@link #mine}: one that would be
   * added is left out, one that would be removed stays. The shared schemas that such a method uses
   * stay as they are too, for other methods as well.
   *
   * @param skippedMethods names as in {@link #methods}
   */
  public Api apply(Set<String> skippedMethods) {
    if (skippedMethods.isEmpty()) {
      return api;
    }
    var pairs = ApiDiff.pairs(mine.methods(), api.methods());
    IdentityHashMap<ApiMethod, ApiMethod> before = new IdentityHashMap<>();
    pairs.matched().forEach(pair -> before.put(pair.after(), pair.before()));
    List<ApiMethod> result = new ArrayList<>();
    Set<ApiMethod> untouched = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ApiMethod method : api.methods()) {
      ApiMethod known = before.get(method);
      if (!skippedMethods.contains(method.name())) {
        result.add(method);
      } else if (known != null) {
        result.add(known);
        untouched.add(known);
      }
    }
    for (ApiMethod removed : pairs.removed()) {
      if (skippedMethods.contains(removed.name())) {
        result.add(removed);
        untouched.add(removed);
      }
    }
    Map<String, JsonNode> schemas = new LinkedHashMap<>(api.schemas());
    SchemaNames.reachable(untouched, mine.schemas())
        .forEach(name -> schemas.put(name, Objects.requireNonNull(mine.schemas().get(name))));
    Api applied =
        api.with(parts -> {
          parts.methods = inPlace(distinct(result, untouched), pairs.removed());
          parts.schemas = schemas;
        });
    return SchemaNames.withMissing(applied, List.of(mine));
  }

  /** Puts those that were not removed where they are now. */
  private List<ApiMethod> inPlace(List<ApiMethod> methods, List<ApiMethod> notRemoved) {
    Map<String, ApiMethod> byName = new LinkedHashMap<>();
    methods.forEach(method -> byName.put(method.name(), method));
    Set<String> back = new HashSet<>(notRemoved.stream().map(ApiMethod::name).toList());
    List<String> others = byName.keySet().stream().filter(name -> !back.contains(name)).toList();
    List<String> now =
        mine.methods().stream().map(ApiMethod::name).filter(byName::containsKey).toList();
    return Order.insert(others, now).stream()
        .map(name -> Objects.requireNonNull(byName.get(name)))
        .toList();
  }

  /** Where a name is there twice, the method that was not skipped gets another one. */
  private static List<ApiMethod> distinct(List<ApiMethod> methods, Set<ApiMethod> untouched) {
    Set<String> taken = new HashSet<>();
    untouched.forEach(method -> taken.add(method.name()));
    List<ApiMethod> distinct = new ArrayList<>();
    for (ApiMethod method : methods) {
      if (untouched.contains(method) || taken.add(method.name())) {
        distinct.add(method);
      } else {
        String free = Names.free(method.name(), taken);
        taken.add(free);
        distinct.add(method.with(parts -> parts.name = free));
      }
    }
    return distinct;
  }
}
