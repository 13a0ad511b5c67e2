package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.common.Failure;
import io.patchbay.expression.Expression;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call, whether it went well or not: both have the same shape.
 *
 * @param status the last answer's status; absent when no answer came
 * @param headers response headers by lower-case name, several of a name joined by {@code ", "}
 * @param body a plain value: parsed JSON, text, or binary as base64 text; {@link Expression#ABSENT}
 *     when there was none
 * @param contentType the media type of the body as the upstream said; absent when it said nothing
 * @param bodyBytes size of the body on the wire after decompression
 * @param failure why the call failed: a status of 400 or above, or no usable answer; absent when it
 *     went well
 * @param attempts all tries, the first one first; empty when nothing could be tried
 * @param request the last request as sent; absent when none could be built
 * @param tokenExchange the token request that this call made; absent when it made none
 * @param pages what became of the pages of a list; absent when it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiResponse(
    @Nullable Integer status,
    Map<String, String> headers,
    @Nullable Object body,
    @Nullable String contentType,
    long bodyBytes,
    @Nullable Failure failure,
    List<Attempt> attempts,
    @Nullable SentRequest request,
    @Nullable TokenExchange tokenExchange,
    @Nullable Pages pages) {

  /** Of a call that could not even be built. */
  public static ApiResponse notSent(Failure failure) {
    return new ApiResponse(
        null, Map.of(), Expression.ABSENT, null, 0, failure, List.of(), null, null, null);
  }

  /** Whether the call went well. */
  public boolean succeeded() {
    return failure == null;
  }

  /**
   * Waiting for a turn, getting the token, all attempts and the pauses between them, in
   * microseconds.
   */
  public long durationUs() {
    if (attempts.isEmpty()) {
      return 0;
    }
    var last = attempts.getLast();
    var first = attempts.getFirst(); // starts with its token in hand; later ones fetch in between
    return first.timings().turn()
        + first.timings().token()
        + ChronoUnit.MICROS.between(first.startedAt(), last.startedAt())
        + last.durationUs();
  }

  /**
   * What became of the pages of a list.
   *
   * @param pages that were fetched
   * @param items that they held; those in the body
   * @param cut why there may be more than is in the body; absent when all is there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Pages(int pages, int items, @Nullable String cut) {}

  /**
   * A token request, without any secret.
   *
   * @param tokenUrl where the token came from
   * @param grant the grant type
   * @param clientAuth how the client proved itself, such as {@code private_key_jwt}
   * @param scopes asked for
   * @param status the token endpoint's status; absent when it did not answer
   * @param expiresInSeconds the token's life; absent when the endpoint did not say
   * @param error the endpoint's error code and description; absent when it went well
   * @param durationUs microseconds
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TokenExchange(
      String tokenUrl,
      String grant,
      String clientAuth,
      List<String> scopes,
      @Nullable Integer status,
      @Nullable Long expiresInSeconds,
      @Nullable String error,
      long durationUs) {}
}
