package io.patchbay.http;

import io.patchbay.credential.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's consent gave: the right to ask for tokens of an authorization code credential.
 *
 * @param refreshToken renews; absent when the provider gave none, then there is an access token
 * @param accessToken the only one that there will be; absent when there is a refresh token
 * @param scopes as granted
 * @param isInDoubt whether an earlier renewal began and what came of it is not known: the refresh
 *     token may be used up
 */
record Grant(
    @Nullable Secret refreshToken,
    @Nullable Issued accessToken,
    List<String> scopes,
    boolean isInDoubt) {

  /**
   * An access token as it came.
   *
   * @param expiresAt absent when it holds until the provider ends it
   */
  record Issued(Secret token, Instant obtainedAt, @Nullable Instant expiresAt) {}
}
