package io.patchbay.run;

import java.time.Instant;

/** A step of a run began. */
public record StepStarted(RunId run, String step, String kind, Instant startedAt) {}
