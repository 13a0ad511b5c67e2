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
 * @param obtainedAt when it came; absent when none ever did
 * @param expiresAt absent when it holds until the API refuses it
 * @param renewals how many tokens there were so far
 * @param lastError what the token endpoint said last, if it gave none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OAuthTokenView(
    UUID id,
    String credential,
    String tokenUrl,
    String clientId,
    List<String> scopes,
    State state,
    @Nullable Instant obtainedAt,
    @Nullable Instant expiresAt,
    long renewals,
    @Nullable String lastError,
    @Nullable Instant lastErrorAt) {

  /** Whether calls can use it. */
  public enum State {
    @JsonProperty("valid")
    VALID,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("failing")
    FAILING
  }
}
