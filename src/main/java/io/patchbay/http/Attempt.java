package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.common.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a call.
 *
 * @param durationUs microseconds
 * @param status the answer's status; absent when none came
 * @param outcome what is known of its effect
 * @param failure why it failed; absent when it did not
 * @param timings where its time went
 * @param pauseUs the pause before it, in microseconds; absent for the first try
 * @param reason why it was tried again; absent for the first try
 * @param page which page of a list it fetched, from 1; absent when there are no pages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attempt(
    Instant startedAt,
    long durationUs,
    @Nullable Integer status,
    Outcome outcome,
    @Nullable Failure failure,
    Timings timings,
    @Nullable Long pauseUs,
    @Nullable String reason,
    @Nullable Integer page) {

  /** What is known of the effect of an attempt. */
  public enum Outcome {
    /** Nothing reached the upstream. */
    NOT_SENT,
    /** The upstream said that it did not process it. */
    REFUSED,
    /** It may or may not have been processed. */
    IN_DOUBT,
    /** A status came. */
    KNOWN_STATUS
  }
}
