package io.patchbay.expression;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list of the data as the evaluator sees it; read-only. */
final class DataList extends AbstractList<@Nullable Object> implements RandomAccess {

  private final List<?> plain;

  DataList(List<?> plain) {
    this.plain = plain;
  }

  List<?> plain() {
    return plain;
  }

  @Override
  public @Nullable Object get(int index) {
    return DataValue.of(plain.get(index));
  }

  @Override
  public int size() {
    return plain.size();
  }
}
