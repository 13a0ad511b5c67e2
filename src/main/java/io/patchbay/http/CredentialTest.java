package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test of a credential showed; without any secret.
 *
 * @param message for people: what happened and what to do
 * @param token the token exchange; absent when none was tried
 * @param call the call of an API; absent when none was tried
 * @param candidates other calls that would show more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialTest(
    Verdict verdict,
    String message,
    @Nullable TokenTest token,
    @Nullable CallTest call,
    List<Candidate> candidates) {

  /** Whether the credential does what it is for. */
  public enum Verdict {
    @JsonProperty("taken")
    TAKEN,
    @JsonProperty("refused")
    REFUSED,
    /** What came back says neither. */
    @JsonProperty("unknown")
    UNKNOWN
  }

  /**
   * A token exchange.
   *
   * @param clientAuth how the client proved itself, in the registered words
   * @param scopes asked for
   * @param status absent when the token endpoint did not answer
   * @param expiresInSeconds absent when the endpoint did not say
   * @param error in the endpoint's words; absent when it went well
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TokenTest(
      String tokenUrl,
      String grant,
      String clientAuth,
      List<String> scopes,
      @Nullable Integer status,
      @Nullable Long expiresInSeconds,
      @Nullable String error,
      long durationUs) {}

  /**
   * A call of an API.
   *
   * @param method its name; absent when it was the base URL
   * @param url as sent, what is secret in it masked; absent when nothing was sent
   * @param status absent when no answer came
   * @param statusWithout what the same call answers without the credential; absent when that was
   *     not tried
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CallTest(
      String api,
      @Nullable String method,
      @Nullable String environment,
      @Nullable String url,
      @Nullable Integer status,
      @Nullable Integer statusWithout,
      long durationUs) {}

  /** A method that can be called without any input. */
  public record Candidate(String api, String method, String title, String verb, String path) {}
}
