package io.patchbay.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.common.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One execution of a step within a run, as recorded: secrets are redacted.
 *
 * @param id the step's id in the flow
 * @param kind the step's kind
 * @param port the port that it went on at; absent when it did not finish
 * @param attempts how many tries it took; 0 for a skipped step
 * @param startedAt absent for a skipped step
 * @param durationMs with fractions
 * @param input what it was given, after its expressions were evaluated
 * @param output what it gave, as {@code steps.<id>} has it
 * @param failure why it failed
 * @param request for calls: the request as sent, the attempts and the token exchange
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepRun(
    String id,
    String kind,
    StepState state,
    @Nullable String port,
    int attempts,
    @Nullable Instant startedAt,
    @Nullable Double durationMs,
    @Nullable JsonNode input,
    @Nullable JsonNode output,
    @Nullable Failure failure,
    @Nullable JsonNode request) {}
