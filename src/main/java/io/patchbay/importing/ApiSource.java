package io.patchbay.importing;

import io.patchbay.api.ApiId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an API was imported from, as it is kept.
 *
 * @param hash of the definition as it was read last and taken
 * @param etag of what the address answered last
 */
record ApiSource(
    ApiId api,
    Origin origin,
    String hash,
    Instant readAt,
    @Nullable Integer watchHours,
    @Nullable Instant nextCheckAt,
    @Nullable Instant checkedAt,
    @Nullable String checkError,
    int failures,
    @Nullable String etag,
    @Nullable Waiting waiting) {

  /**
   * What a source is read from, and what it was.
   *
   * @param url absent for a file or pasted text
   */
  record Origin(
      @Nullable String url, String name, Format format, String title, boolean allowExternal) {

    /** The request that reads it again; only with an address. */
    ImportRequest again(String address) {
      return new ImportRequest(format, List.of(), address, null, allowExternal);
    }
  }

  /** A newer definition that was read and not taken yet. */
  record Waiting(String hash, Instant at, @Nullable RefreshCounts counts, Origin origin) {}

  SourceView view() {
    var found =
        waiting == null || waiting.counts() == null || waiting.hash().equals(hash)
            ? null
            : new SourceView.Found(waiting.at(), waiting.counts());
    return new SourceView(
        origin.url(),
        origin.name(),
        origin.format(),
        origin.title(),
        origin.allowExternal(),
        readAt,
        watchHours,
        nextCheckAt,
        checkedAt,
        checkError,
        found);
  }
}
