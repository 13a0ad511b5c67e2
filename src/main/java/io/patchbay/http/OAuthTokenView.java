package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cached token as people see it, without the token.
 *
 * @param credential the name of the credential
 * @param grant the grant type by which it is renewed
 * @param scopes asked for
 * @param grantedScopes absent when they are those that were asked for, as far as is known
 * @param obtainedAt when it came; absent when none ever did
 * @param expiresAt absent when it holds until the API refuses it
 * @param expiresIn seconds from now; absent when it does not expire, or there is none
 * @param renewals how many tokens there were so far
 * @param lastUsedAt when a call took it last, to the minute
 * @param lastError what the token endpoint said last, if it gave none
 * @param users the slugs of the APIs that use the credential
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OAuthTokenView(
    UUID id,
    String credential,
    String grant,
    String tokenUrl,
    String clientId,
    List<String> scopes,
    @Nullable List<String> grantedScopes,
    State state,
    @Nullable Instant obtainedAt,
    @Nullable Instant expiresAt,
    @Nullable Long expiresIn,
    long renewals,
    @Nullable Instant lastUsedAt,
    @Nullable String lastError,
    @Nullable Instant lastErrorAt,
    List<String> users) {

  /** Whether calls can use it. */
  public enum State {
    @JsonProperty("valid")
    VALID,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("failing")
    FAILING,
    /** Somebody has to sign in again in the browser. */
    @JsonProperty("signInAgain")
    SIGN_IN_AGAIN
  }
}
