package io.patchbay.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a definition came from, and what is known of its source now.
 *
 * @param url absent for a file or pasted text
 * @param name the file's name, or the address without its query
 * @param title what it is written in, for example {@code OpenAPI 3.0.4}
 * @param readAt when what the definition holds was read
 * @param watchHours how often it is looked at; absent: only by hand
 * @param checkError why the last look failed; absent when it went well
 * @param found what the last look found that the definition does not hold yet; absent when there is
 *     nothing new
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(
    @Nullable String url,
    String name,
    Format format,
    String title,
    boolean allowExternal,
    Instant readAt,
    @Nullable Integer watchHours,
    @Nullable Instant nextCheckAt,
    @Nullable Instant checkedAt,
    @Nullable String checkError,
    @Nullable Found found) {

  /** A newer description that waits for somebody to look at it; a preview shows it. */
  public record Found(Instant at, RefreshCounts counts) {}
}
