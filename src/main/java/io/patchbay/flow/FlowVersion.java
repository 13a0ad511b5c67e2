package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version; never changes.
 *
 * @param version counts from 1
 * @param note what its publisher said about it
 * @param live whether it is the one that runs now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlowVersion(
    int version, @Nullable String note, Instant publishedAt, String publishedBy, boolean live) {}
