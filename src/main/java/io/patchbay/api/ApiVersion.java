package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version of an API.
 *
 * @param note what its publisher said of it
 * @param deprecated why it should not be used any more; absent when it may be
 * @param publishedBy e-mail address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiVersion(
    SemanticVersion version,
    int methods,
    @Nullable String note,
    @Nullable String deprecated,
    Instant publishedAt,
    String publishedBy) {}
