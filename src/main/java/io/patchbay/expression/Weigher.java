package io.patchbay.expression;

import com.dashjoin.jsonata.Utils.RangeList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how many characters of JSON a value would be written as. A value that is in itself many
 * times (which costs no memory) weighs as often as it is there.
 */
final class Weigher {

  /** Heaviest value that an expression may build. */
  static final int MAX_WEIGHT = 10_000_000;

  private static final int NUMBER = 8;
  private static final int WORTH_REMEMBERING = 64;

  private final Meter meter;
  private final IdentityHashMap<Object, Integer> known = new IdentityHashMap<>();

  Weigher(Meter meter) {
    this.meter = meter;
  }

  /** Refuses a value that is too heavy. */
  void check(Object value) {
    if (value instanceof RangeList range) {
      meter.checkElements(range.size());
    } else if (weigh(value) > MAX_WEIGHT) {
      throw new LimitReached(
          "The expression makes a value of more than %d MB".formatted(MAX_WEIGHT / 1_000_000));
    }
  }

  private int weigh(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length() + 2;
      case RangeList range -> limited((long) range.size() * NUMBER);
      case DataMap data -> container(data.plain());
      case DataList data -> container(data.plain());
      case Map<?, ?> map -> container(map);
      case List<?> list -> container(list);
      case null, default -> NUMBER;
    };
  }

  private int container(Object container) {
    Integer before = known.get(container);
    if (before != null) {
      return before;
    }
    int weight = container instanceof Map<?, ?> map ? sum(map) : sum((List<?>) container);
    if (weight >= WORTH_REMEMBERING) {
      known.put(container, weight);
    }
    return weight;
  }

  private int sum(Map<?, ?> map) {
    long sum = 2;
    for (var entry : map.entrySet()) {
      meter.tick();
      sum += String.valueOf(entry.getKey()).length() + 4 + weigh(entry.getValue());
      if (sum > MAX_WEIGHT) {
        break;
      }
    }
    return limited(sum);
  }

  private int sum(List<?> list) {
    long sum = 2;
    for (Object element : list) {
      meter.tick();
      sum += 1 + weigh(element);
      if (sum > MAX_WEIGHT) {
        break;
      }
    }
    return limited(sum);
  }

  private static int limited(long weight) {
    return (int) Math.min(weight, MAX_WEIGHT + 1L);
  }
}
