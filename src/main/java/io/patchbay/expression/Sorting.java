package io.patchbay.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code $sort}: a merge sort, because the function given says only whether two are in
 * the wrong order, which sorts of the JDK refuse or do not keep stable.
 */
final class Sorting {

  private Sorting() {}

  static @Nullable Object sort(Arguments arguments) {
    if (!(arguments.get(0) instanceof List<?> list)) {
      return arguments.get(0);
    }
    Object function = arguments.get(1);
    if (list.size() <= 1) {
      return list;
    }
    var sorted = new ArrayList<@Nullable Object>(list);
    if (function != null) {
      return merged(sorted, function);
    }
    sorted.sort(naturalOrder(list));
    return sorted;
  }

  private static Comparator<@Nullable Object> naturalOrder(List<?> list) {
    if (list.stream().allMatch(Number.class::isInstance)) {
      return Comparator.comparingDouble(value -> value instanceof Number n ? n.doubleValue() : 0);
    }
    if (list.stream().allMatch(String.class::isInstance)) {
      return Comparator.comparing(String::valueOf);
    }
    throw new JException("D3070", -1);
  }

  private static List<@Nullable Object> merged(List<@Nullable Object> list, Object function) {
    if (list.size() <= 1) {
      return list;
    }
    int middle = list.size() / 2;
    var left = merged(list.subList(0, middle), function);
    var right = merged(list.subList(middle, list.size()), function);
    var merged = new ArrayList<@Nullable Object>(list.size());
    int l = 0;
    int r = 0;
    while (l < left.size() && r < right.size()) {
      merged.add(
          isWrongOrder(left.get(l), right.get(r), function) ? right.get(r++) : left.get(l++));
    }
    merged.addAll(left.subList(l, left.size()));
    merged.addAll(right.subList(r, right.size()));
    return merged;
  }

  private static boolean isWrongOrder(@Nullable Object a, @Nullable Object b, Object function) {
    var pair = new ArrayList<@Nullable Object>(2);
    pair.add(a);
    pair.add(b);
    return Jsonata.boolize(Calls.apply(function, pair));
  }
}
