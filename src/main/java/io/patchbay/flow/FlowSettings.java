package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole flow.
 *
 * @param recording which runs are kept in the history
 * @param deadlineMs milliseconds that a run may take; 300,000 (5 minutes) by default, 86,400,000
 *     (24 hours) at most
 * @param direction which way data flows on the canvas
 * @param durability what a run survives; as its trigger has it when left out: {@link
 *     Durability#DURABLE}, but for webhooks that answer with the result
 * @param concurrency how many runs of published versions may be under way at once, over all nodes;
 *     any number when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlowSettings(
    Recording recording,
    @Nullable Integer deadlineMs,
    Direction direction,
    @Nullable Durability durability,
    @Nullable Concurrency concurrency) {

  public static final FlowSettings DEFAULTS =
      new FlowSettings(Recording.ALL, null, Direction.DOWN, null, null);

  /** Greatest {@link #deadlineMs}. */
  public static final int MAX_DEADLINE_MS = 86_400_000;

  public FlowSettings {
    recording = recording == null ? Recording.ALL : recording;
    direction = direction == null ? Direction.DOWN : direction;
  }

  /** Milliseconds that a run may take. */
  public int deadlineOrDefault() {
    return deadlineMs == null ? 300_000 : deadlineMs;
  }

  public FlowSettings withRecording(Recording newRecording) {
    return new FlowSettings(newRecording, deadlineMs, direction, durability, concurrency);
  }

  public FlowSettings withDeadlineMs(@Nullable Integer newDeadlineMs) {
    return new FlowSettings(recording, newDeadlineMs, direction, durability, concurrency);
  }

  public FlowSettings withDirection(Direction newDirection) {
    return new FlowSettings(recording, deadlineMs, newDirection, durability, concurrency);
  }

  public FlowSettings withDurability(@Nullable Durability newDurability) {
    return new FlowSettings(recording, deadlineMs, direction, newDurability, concurrency);
  }

  public FlowSettings withConcurrency(@Nullable Concurrency newConcurrency) {
    return new FlowSettings(recording, deadlineMs, direction, durability, newConcurrency);
  }

  /** What a run survives. */
  public enum Durability {
    /** The end of the server: another node takes it over, and no call is made twice unasked. */
    @JsonProperty("durable")
    DURABLE,
    /** Nothing: it is faster, and fails when the server ends. */
    @JsonProperty("fast")
    FAST
  }

  /**
   * A limit for the runs that are under way at once.
   *
   * @param limit 1 to 1,000
   * @param whenFull what becomes of a start beyond it; {@link WhenFull#QUEUE} when left out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Concurrency(int limit, WhenFull whenFull) {

    public Concurrency {
      whenFull = whenFull == null ? WhenFull.QUEUE : whenFull;
    }
  }

  /** What becomes of a start beyond the limit. */
  public enum WhenFull {
    /** It waits for its turn, in the order of the starts. */
    @JsonProperty("queue")
    QUEUE,
    /** It is forgotten; the sender of a webhook is told so with a 202 that names no run. */
    @JsonProperty("drop")
    DROP,
    /** It is refused; the sender of a webhook gets 429. */
    @JsonProperty("fail")
    FAIL
  }

  /** Which runs are kept in the history. */
  public enum Recording {
    @JsonProperty("all")
    ALL,
    @JsonProperty("failures")
    FAILURES,
    @JsonProperty("none")
    NONE
  }

  /** Which way data flows on the canvas. */
  public enum Direction {
    @JsonProperty("down")
    DOWN,
    @JsonProperty("right")
    RIGHT
  }
}
