package io.patchbay.engine;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What a step sees as {@code steps}: the outputs of the steps that a path leads from, and of no
 * other, so that what it sees never depends on how fast a parallel branch is.
 */
final class StepsView extends AbstractMap<String, @Nullable Object> {

  private final CompiledFlow flow;
  private final Node node;
  private final AtomicReferenceArray<@Nullable Map<String, @Nullable Object>> outputs;

  StepsView(
      CompiledFlow flow,
      Node node,
      AtomicReferenceArray<@Nullable Map<String, @Nullable Object>> outputs) {
    this.flow = flow;
    this.node = node;
    this.outputs = outputs;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    Integer index = key instanceof String id ? flow.indexes().get(id) : null;
    return index != null && node.earlier().get(index) ? outputs.get(index) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    var entries = new LinkedHashMap<String, @Nullable Object>();
    node.earlier().stream()
        .filter(index -> outputs.get(index) != null)
        .forEach(index -> entries.put(flow.nodes().get(index).id(), outputs.get(index)));
    return entries.entrySet();
  }
}
