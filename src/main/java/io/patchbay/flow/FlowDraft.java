package io.patchbay.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A flow as it is being drawn.
 *
 * @param revision counts the draft's changes; give it back when saving, so that nobody's change is
 *     lost
 * @param liveVersion the published version; absent when there is none
 * @param changed whether the draft differs from the published version, or nothing is published
 */
public record FlowDraft(
    FlowId id,
    String slug,
    Flow flow,
    long revision,
    @Nullable Integer liveVersion,
    boolean changed,
    Instant updatedAt,
    String updatedBy) {}
