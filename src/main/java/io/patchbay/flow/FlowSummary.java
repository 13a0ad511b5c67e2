package io.patchbay.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow in a list.
 *
 * @param triggers of the draft
 * @param steps how many active steps the draft has
 * @param liveVersion the published version; absent when there is none
 * @param changed whether the draft differs from the published version, or nothing is published
 */
public record FlowSummary(
    FlowId id,
    String slug,
    String name,
    List<Trigger> triggers,
    int steps,
    @Nullable Integer liveVersion,
    boolean changed,
    Instant updatedAt,
    String updatedBy) {}
