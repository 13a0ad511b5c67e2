package io.patchbay.api;

import java.time.Instant;

/**
 * An API as it is kept.
 *
 * @param revision counts its changes; give it back when saving, so that nobody's change is lost
 * @param updatedBy e-mail address of who changed it last
 */
public record StoredApi(ApiId id, Api api, long revision, Instant updatedAt, String updatedBy) {

  /** The name in addresses. */
  public String slug() {
    String slug = api.slug();
    return slug == null ? "" : slug;
  }
}
