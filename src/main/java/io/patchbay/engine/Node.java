package io.patchbay.engine;

import io.patchbay.flow.ActiveStep;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * A step in the graph of a compiled flow.
 *
 * @param index its place among the flow's active steps
 * @param out the steps that its links lead to, by port, in the order of the links
 * @param earlier the indexes of all steps that a path leads from
 */
record Node(
    int index,
    ActiveStep step,
    CompiledStep compiled,
    Map<String, List<Integer>> out,
    BitSet earlier) {

  String id() {
    return step.id();
  }

  List<Integer> at(String port) {
    return out.getOrDefault(port, List.of());
  }
}
