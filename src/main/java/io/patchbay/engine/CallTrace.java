package io.patchbay.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.http.ApiResponse;
import io.patchbay.http.Attempt;
import io.patchbay.http.SentRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call was made, as the record of a step keeps it.
 *
 * @param sent the last request as sent; absent when none could be built
 * @param attempts all tries, the first one first
 * @param tokenExchange the token request that the call made; absent when it made none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallTrace(
    @Nullable SentRequest sent,
    List<Attempt> attempts,
    ApiResponse.@Nullable TokenExchange tokenExchange) {}
