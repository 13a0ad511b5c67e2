package io.patchbay.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.common.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One execution of one version of a flow, as recorded: secrets are redacted.
 *
 * @param flow slug of the flow
 * @param flowName its name when it ran
 * @param version the published version; absent when the draft ran
 * @param environment that it was in; absent for none
 * @param trigger what started it, absent when it was not recorded
 * @param reply what the sender got; absent when there was nothing to answer
 * @param failure why it failed
 * @param steps in the order in which they started; empty in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Run(
    RunId id,
    String flow,
    String flowName,
    @Nullable Integer version,
    @Nullable String environment,
    RunState state,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Double durationMs,
    @Nullable TriggerRecord trigger,
    @Nullable Reply reply,
    @Nullable Failure failure,
    List<StepRun> steps) {

  /**
   * What started a run: the trigger's id and kind, and its data ({@code body}, {@code headers},
   * {@code query}, {@code path}, {@code verb}).
   */
  public record TriggerRecord(String id, String kind, JsonNode data) {}

  /** What the sender of a webhook got. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reply(int status, Map<String, String> headers, @Nullable JsonNode body) {}
}
