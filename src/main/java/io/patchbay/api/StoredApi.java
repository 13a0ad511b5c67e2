package io.patchbay.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API as it is kept.
 *
 * @param ref how the workspace that asked names it: the slug, or {@code owner:slug}
 * @param revision counts its changes; give it back when saving, so that nobody's change is lost
 * @param updatedBy e-mail address of who changed it last
 * @param latest the newest published version; absent when none is published
 * @param share by which the workspace that asked may use it; absent when it is its own
 */
public record StoredApi(
    ApiId id,
    ApiRef ref,
    Api api,
    long revision,
    Instant updatedAt,
    String updatedBy,
    @Nullable SemanticVersion latest,
    @Nullable Share share) {

  /** The name in addresses of its own workspace. */
  public String slug() {
    return ref.slug();
  }

  StoredApi withApi(Api newApi) {
    return new StoredApi(id, ref, newApi, revision, updatedAt, updatedBy, latest, share);
  }

  /** Whether the workspace that asked may change the definition. */
  public boolean mayBeEdited() {
    return share == null || share.right() == Share.Right.EDIT;
  }
}
