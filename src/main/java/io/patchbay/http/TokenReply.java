package io.patchbay.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a token endpoint made of a request. */
sealed interface TokenReply {

  /** The endpoint's status; absent when it did not answer. */
  @Nullable Integer status();

  /**
   * A token.
   *
   * @param expiresIn seconds; absent when it did not say
   * @param refreshToken absent when there is none, or the one that was used stays
   * @param scopes as granted; absent when it did not say, then they are those asked for
   */
  record Granted(
      @Nullable Integer status,
      String accessToken,
      @Nullable Long expiresIn,
      @Nullable String refreshToken,
      @Nullable List<String> scopes)
      implements TokenReply {

    /** Says nothing of the tokens. */
    @Override
    public String toString() {
      return "Granted[status=%s]".formatted(status);
    }
  }

  /**
   * No token.
   *
   * @param code the error code of RFC 6749 section 5.2; empty when it gave none
   * @param error its words, or what went wrong on the way; without secrets
   * @param retryAfter the endpoint's own wish
   */
  record Refused(
      @Nullable Integer status,
      Optional<String> code,
      String error,
      TokenTrouble trouble,
      Optional<Duration> retryAfter)
      implements TokenReply {

    static Refused of(TokenTrouble trouble, String error) {
      return new Refused(null, Optional.empty(), error, trouble, Optional.empty());
    }

    /** The same for another reason. */
    Refused because(TokenTrouble newTrouble, String newError) {
      return new Refused(status, code, newError, newTrouble, retryAfter);
    }
  }
}
