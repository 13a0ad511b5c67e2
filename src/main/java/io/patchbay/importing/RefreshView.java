package io.patchbay.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refresh that was done.
 *
 * @param by e-mail address of who did it
 * @param undoneAt absent when it was not undone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefreshView(
    UUID id, Instant at, String by, RefreshCounts counts, @Nullable Instant undoneAt) {}
