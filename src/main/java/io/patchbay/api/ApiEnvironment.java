package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an API does otherwise in one environment. It holds at once, for published versions too.
 *
 * @param baseUrl in place of the API's own
 * @param credential in place of the one that the API's auth names
 * @param certificate in place of the client certificate of the API
 * @param variables over those of the environment and of the API
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ApiEnvironment(
    @Nullable String baseUrl,
    @Nullable String credential,
    @Nullable String certificate,
    Map<String, String> variables) {

  public ApiEnvironment {
    variables = variables == null ? Map.of() : new LinkedHashMap<>(variables);
  }

  /** Without a certificate of its own. */
  public ApiEnvironment(
      @Nullable String baseUrl, @Nullable String credential, Map<String, String> variables) {
    this(baseUrl, credential, null, variables);
  }

  /** The same at another address; null for the API's own. */
  public ApiEnvironment withBaseUrl(@Nullable String address) {
    return new ApiEnvironment(address, credential, certificate, variables);
  }

  /** The same with another credential; null for the API's own. */
  public ApiEnvironment withCredential(@Nullable String name) {
    return new ApiEnvironment(baseUrl, name, certificate, variables);
  }

  /** The same with another client certificate; null for the API's own. */
  public ApiEnvironment withCertificate(@Nullable String name) {
    return new ApiEnvironment(baseUrl, credential, name, variables);
  }

  /** The same with these variables. */
  public ApiEnvironment withVariables(Map<String, String> values) {
    return new ApiEnvironment(baseUrl, credential, certificate, values);
  }

  /** One that changes nothing. */
  public static final ApiEnvironment NONE = new ApiEnvironment(null, null, Map.of());
}
