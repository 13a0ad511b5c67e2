package io.patchbay.engine;

import io.patchbay.common.NotFoundException;
import java.util.List;
import java.util.Map;

/**
 * A version of a flow, ready to run: the graph of its active steps, and for each trigger what takes
 * part when it fires. Immutable; shared by all runs of that version.
 *
 * @param nodes by index
 * @param indexes of the nodes by id
 * @param plans by id of the trigger
 */
record CompiledFlow(
    String name, List<Node> nodes, Map<String, Integer> indexes, Map<String, Plan> plans) {

  Plan plan(String triggerId) {
    Plan plan = plans.get(triggerId);
    if (plan == null) {
      throw NotFoundException.of("trigger", triggerId);
    }
    return plan;
  }
}
