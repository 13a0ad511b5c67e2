package io.patchbay.change;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what an element of a list was at first, is here and is in the source now. */
final class Triples<T> {

  /** One element; absent where it is not there. */
  record Triple<T>(@Nullable T base, @Nullable T mine, @Nullable T theirs) {}

  private final List<T> base;
  private final List<T> mine;
  private final List<T> theirs;
  private final IdentityHashMap<T, T> mineOfBase = new IdentityHashMap<>();
  private final IdentityHashMap<T, T> theirsOfBase = new IdentityHashMap<>();
  private final IdentityHashMap<T, T> theirsOfMine = new IdentityHashMap<>();

  /**
   * Matches the elements.
   *
   * @param signs what makes an element the same as in the base, one after the other
   * @param twin what makes two elements that are both new the same
   */
  Triples(
      List<T> base,
      List<T> mine,
      List<T> theirs,
      List<Function<T, @Nullable Object>> signs,
      Function<T, @Nullable Object> twin) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
    var ofMine = Pairs.of(base, mine, signs);
    var ofTheirs = Pairs.of(base, theirs, signs);
    ofMine.matched().forEach(pair -> mineOfBase.put(pair.before(), pair.after()));
    ofTheirs.matched().forEach(pair -> theirsOfBase.put(pair.before(), pair.after()));
    Pairs.of(ofMine.added(), ofTheirs.added(), List.of(twin))
        .matched()
        .forEach(pair -> theirsOfMine.put(pair.before(), pair.after()));
  }

  /** All of them in the order that the merged list has. */
  List<Triple<T>> inOrder() {
    List<Triple<T>> all = new ArrayList<>();
    IdentityHashMap<T, Integer> ofMine = new IdentityHashMap<>();
    IdentityHashMap<T, Integer> ofTheirs = new IdentityHashMap<>();
    List<Integer> baseOrder = new ArrayList<>();
    for (T element : base) {
      T here = mineOfBase.get(element);
      T there = theirsOfBase.get(element);
      baseOrder.add(add(new Triple<>(element, here, there), all, ofMine, ofTheirs));
    }
    for (T element : mine) {
      if (!ofMine.containsKey(element)) {
        add(new Triple<>(null, element, theirsOfMine.get(element)), all, ofMine, ofTheirs);
      }
    }
    for (T element : theirs) {
      if (!ofTheirs.containsKey(element)) {
        add(new Triple<>(null, null, element), all, ofMine, ofTheirs);
      }
    }
    List<Integer> here = mine.stream().map(ofMine::get).filter(Objects::nonNull).toList();
    List<Integer> there = theirs.stream().map(ofTheirs::get).filter(Objects::nonNull).toList();
    List<Triple<T>> sorted = new ArrayList<>();
    Order.merge(baseOrder, here, there).forEach(index -> sorted.add(all.get(index)));
    return sorted;
  }

  private static <T> int add(
      Triple<T> triple,
      List<Triple<T>> all,
      IdentityHashMap<T, Integer> ofMine,
      IdentityHashMap<T, Integer> ofTheirs) {
    int index = all.size();
    all.add(triple);
    if (triple.mine() != null) {
      ofMine.put(triple.mine(), index);
    }
    if (triple.theirs() != null) {
      ofTheirs.put(triple.theirs(), index);
    }
    return index;
  }
}
