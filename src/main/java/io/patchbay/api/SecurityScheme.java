package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to authenticate that an API's description offers, in the words of OpenAPI 3.1 section
 * 4.8.27. What calls really do is the API's {@link Api#auth}.
 *
 * @param type an OpenAPI word such as {@code apiKey}, {@code http} or {@code oauth2}
 * @param in of an API key: {@code header}, {@code query} or {@code cookie}
 * @param name of an API key: the name of the header, query parameter or cookie
 * @param scheme of {@code http}: {@code basic}, {@code bearer}, {@code digest} and so on
 * @param flows of {@code oauth2}, by {@code clientCredentials}, {@code authorizationCode}, {@code
 *     implicit} or {@code password}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SecurityScheme(
    String type,
    @Nullable String description,
    @Nullable String in,
    @Nullable String name,
    @Nullable String scheme,
    @Nullable String bearerFormat,
    Map<String, OAuthFlow> flows,
    @Nullable String openIdConnectUrl) {

  public SecurityScheme {
    type = type == null ? "" : type;
    flows = flows == null ? Map.of() : new LinkedHashMap<>(flows);
  }

  /**
   * One OAuth 2.0 flow.
   *
   * @param scopes name to description
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record OAuthFlow(
      @Nullable String authorizationUrl,
      @Nullable String tokenUrl,
      @Nullable String refreshUrl,
      Map<String, String> scopes) {

    public OAuthFlow {
      scopes = scopes == null ? Map.of() : new LinkedHashMap<>(scopes);
    }
  }
}
