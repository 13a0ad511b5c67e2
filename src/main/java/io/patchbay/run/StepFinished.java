package io.patchbay.run;

import io.patchbay.common.Failure;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run is over, or waits. Values are plain and not redacted: only the recorder may keep
 * them.
 *
 * @param seq the order in which the run's steps started, from 0 on
 * @param path where it is in the run: its id, within containers for example {@code each[3]/save};
 *     unique within the run
 * @param port that the run goes on at; absent when it does not go on here
 * @param attempts 0 for a skipped step
 * @param startedAt absent for a skipped step
 * @param input what the step was given, after its expressions were evaluated
 * @param output what {@code steps.<id>} has
 * @param failure why it failed
 * @param request for calls: the request as sent, the attempts, the token exchange
 * @param until for a step that waits: until when at most
 */
public record StepFinished(
    RunId run,
    int seq,
    String path,
    String step,
    String kind,
    StepState state,
    @Nullable String port,
    int attempts,
    @Nullable Instant startedAt,
    long durationUs,
    @Nullable Object input,
    @Nullable Map<String, @Nullable Object> output,
    @Nullable Failure failure,
    @Nullable Object request,
    @Nullable Instant until) {}
