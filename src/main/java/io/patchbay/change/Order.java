package io.patchbay.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Merges the order of two lists that come from a third one. */
final class Order {

  private Order() {}

  /**
   * The elements of both in the order of the source, or in that of {@code mine} where it was
   * changed by hand; what only the other has comes after what it comes after there.
   */
  static <K> List<K> merge(Collection<K> base, Collection<K> mine, Collection<K> theirs) {
    Set<K> common = new HashSet<>(base);
    common.retainAll(new HashSet<>(mine));
    common.retainAll(new HashSet<>(theirs));
    boolean sortedByHand = !only(base, common).equals(only(mine, common));
    return sortedByHand ? insert(mine, theirs) : insert(theirs, mine);
  }

  private static <K> List<K> only(Collection<K> all, Set<K> kept) {
    return all.stream().filter(kept::contains).toList();
  }

  /** The elements of {@code leading} in their order, with further ones put in. */
  static <K> List<K> insert(Collection<K> leading, Collection<K> further) {
    List<K> result = new ArrayList<>(leading);
    Set<K> known = new HashSet<>(leading);
    K before = null;
    for (K element : further) {
      if (known.add(element)) {
        result.add(before == null ? 0 : result.indexOf(before) + 1, element);
      }
      before = element;
    }
    return result;
  }
}
