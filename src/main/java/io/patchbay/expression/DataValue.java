package io.patchbay.expression;

import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows the evaluator the data of a run without letting it change them: it adds an element to an
 * empty list that it groups, which other steps would see.
 */
final class DataValue {

  private DataValue() {}

  /** What the evaluator sees of a plain value: nothing of an absent one, its own mark for null. */
  static @Nullable Object of(@Nullable Object plain) {
    return switch (plain) {
      case null -> Jsonata.NULL_VALUE;
      case Map<?, ?> map -> new DataMap(map);
      case List<?> list -> list.isEmpty() ? new ArrayList<>() : new DataList(list);
      case String _, Number _, Boolean _ -> plain;
      default -> {
        if (plain.equals(Expression.ABSENT)) {
          yield null;
        }
        throw new IllegalArgumentException("Not a plain value: " + plain.getClass().getName());
      }
    };
  }
}
