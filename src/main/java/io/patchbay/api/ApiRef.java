package io.patchbay.api;

import org.jspecify.annotations.Nullable;

/**
 * How flows and addresses name an API: its slug, or {@code owner:slug} for one that another
 * workspace shares.
 *
 * @param owner slug of the workspace that it belongs to; absent for one's own
 */
public record ApiRef(@Nullable String owner, String slug) {

  /** Reads a reference; any text is one, if only to an API that is not there. */
  public static ApiRef parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new ApiRef(null, text)
        : new ApiRef(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return owner == null ? slug : owner + ":" + slug;
  }
}
