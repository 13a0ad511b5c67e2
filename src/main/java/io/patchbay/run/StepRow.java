package io.patchbay.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row about one step of a run, ready to be written; payloads are JSON. */
record StepRow(
    RunId run,
    int seq,
    String step,
    String kind,
    StepState state,
    @Nullable String port,
    int attempts,
    @Nullable Instant startedAt,
    long durationUs,
    @Nullable String input,
    @Nullable String output,
    @Nullable String failure,
    @Nullable String request) {}
