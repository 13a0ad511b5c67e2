package io.patchbay.run;

import io.patchbay.common.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run is over.
 *
 * @param state a final state
 * @param answer what the respond step said; absent when none ran
 * @param failure why it did not succeed
 */
public record RunFinished(
    RunId run,
    RunState state,
    @Nullable Answer answer,
    @Nullable Failure failure,
    Instant finishedAt,
    long durationUs) {}
