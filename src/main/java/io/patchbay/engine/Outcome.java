package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.run.Answer;
import io.patchbay.run.RunState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands.
 *
 * @param state still {@link RunState#RUNNING} where the answer came before the end
 * @param answer what the respond step said; absent when none ran
 * @param failure why it did not succeed
 * @param output of the step that finished last; absent when no step gave any
 */
public record Outcome(
    RunState state,
    @Nullable Answer answer,
    @Nullable Failure failure,
    @Nullable Map<String, @Nullable Object> output) {}
