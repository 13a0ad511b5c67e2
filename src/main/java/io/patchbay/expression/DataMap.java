package io.patchbay.expression;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of the data as the evaluator sees it; read-only. */
final class DataMap extends AbstractMap<String, @Nullable Object> {

  private final Map<?, ?> plain;

  DataMap(Map<?, ?> plain) {
    this.plain = plain;
  }

  Map<?, ?> plain() {
    return plain;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    Object found = plain.get(key);
    return found == null && !plain.containsKey(key) ? null : DataValue.of(found);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return plain.containsKey(key) && !Expression.ABSENT.equals(plain.get(key));
  }

  @Override
  public int size() {
    int size = 0;
    for (Object value : plain.values()) {
      size += Expression.ABSENT.equals(value) ? 0 : 1;
    }
    return size;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, @Nullable Object>> iterator() {
        return plain.entrySet().stream()
            .filter(entry -> !Expression.ABSENT.equals(entry.getValue()))
            .<Entry<String, @Nullable Object>>map(entry ->
                new SimpleImmutableEntry<>(
                    String.valueOf(entry.getKey()), DataValue.of(entry.getValue())))
            .iterator();
      }

      @Override
      public int size() {
        return DataMap.this.size();
      }
    };
  }
}
