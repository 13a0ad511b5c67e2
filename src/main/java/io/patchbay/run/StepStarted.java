package io.patchbay.run;

import java.time.Instant;

/**
 * A step of a run began.
 *
 * @param seq the order in which the run's steps started, from 0 on
 * @param path where it is in the run: its id, within containers for example {@code each[3]/save}
 */
public record StepStarted(
    RunId run, int seq, String path, String step, String kind, Instant startedAt) {}
