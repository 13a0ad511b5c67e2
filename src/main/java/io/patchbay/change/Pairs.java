package io.patchbay.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds which element of a list has become which of another, by one sign of identity after the
 * other.
 */
final class Pairs<T> {

  /** What was and what it is now. */
  record Pair<T>(T before, T after) {}

  private final List<Pair<T>> matched = new ArrayList<>();
  private final List<T> before;
  private final List<T> after;
  private List<T> left;
  private List<T> right;

  private Pairs(List<T> before, List<T> after) {
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
    left = this.before;
    right = this.after;
  }

  /**
   * Pairs the elements whose first sign is the same, then of the rest by the second, and so on; an
   * element without a sign is not paired by it.
   */
  static <T> Pairs<T> of(List<T> before, List<T> after, List<Function<T, @Nullable Object>> signs) {
    var pairs = new Pairs<>(before, after);
    signs.forEach(pairs::match);
    IdentityHashMap<T, Integer> places = pairs.places();
    pairs.matched.sort(Comparator.comparingInt(pair -> places.getOrDefault(pair.after(), 0)));
    return pairs;
  }

  private void match(Function<T, @Nullable Object> sign) {
    Map<Object, Deque<T>> waiting = new HashMap<>();
    for (T element : right) {
      Object key = sign.apply(element);
      if (key != null) {
        waiting.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(element);
      }
    }
    List<T> unmatched = new ArrayList<>();
    Set<T> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (T element : left) {
      Object key = sign.apply(element);
      Deque<T> candidates = key == null ? null : waiting.get(key);
      T found = candidates == null ? null : candidates.poll();
      if (found == null) {
        unmatched.add(element);
      } else {
        matched.add(new Pair<>(element, found));
        taken.add(found);
      }
    }
    left = unmatched;
    right = right.stream().filter(element -> !taken.contains(element)).toList();
  }

  private IdentityHashMap<T, Integer> places() {
    IdentityHashMap<T, Integer> places = new IdentityHashMap<>();
    for (int i = 0; i < after.size(); i++) {
      places.put(after.get(i), i);
    }
    return places;
  }

  /** Those that are there on both sides, in their order now. */
  List<Pair<T>> matched() {
    return matched;
  }

  /** Those that are gone. */
  List<T> removed() {
    return left;
  }

  /** Those that are new. */
  List<T> added() {
    return right;
  }

  /** Whether those that stayed are listed in another order. */
  boolean reordered() {
    IdentityHashMap<T, Integer> places = places();
    IdentityHashMap<T, T> became = new IdentityHashMap<>();
    matched.forEach(pair -> became.put(pair.before(), pair.after()));
    int last = -1;
    for (T element : before) {
      T now = became.get(element);
      int place = now == null ? last : places.getOrDefault(now, last);
      if (place < last) {
        return true;
      }
      last = place;
    }
    return false;
  }
}
