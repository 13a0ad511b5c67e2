package io.patchbay.engine;

import io.patchbay.flow.Trigger;
import java.util.List;

/**
 * What takes part in a run when one certain trigger fires.
 *
 * @param starts indexes of the steps that the trigger's links lead to
 * @param incoming number of links into each step that come from the trigger or from a step that
 *     takes part; by index, 0 for steps that do not
 */
record Plan(Trigger trigger, List<Integer> starts, List<Integer> incoming) {}
