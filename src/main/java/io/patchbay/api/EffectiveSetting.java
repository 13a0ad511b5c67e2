package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One setting of an API as it holds in an environment.
 *
 * @param value what holds there; absent when there is none, or when it is not for whoever asks
 * @param usual what holds without an environment; absent when there is none
 * @param from where the value comes from; absent when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EffectiveSetting(
    @Nullable String value, @JsonProperty("default") @Nullable String usual, @Nullable From from) {

  /** Where a value comes from. */
  public enum From {
    /** The API itself. */
    @JsonProperty("api")
    API,
    /** The environment, for all its APIs. */
    @JsonProperty("environment")
    ENVIRONMENT,
    /** What the API does otherwise in this environment. */
    @JsonProperty("apiInEnvironment")
    API_IN_ENVIRONMENT,
    /** The choice of the workspace that the API is shared with. */
    @JsonProperty("workspace")
    WORKSPACE,
    /** The workspace that shares the API; nobody else is told which one it is. */
    @JsonProperty("owner")
    OWNER
  }
}
