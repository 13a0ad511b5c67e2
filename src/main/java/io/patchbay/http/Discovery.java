package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.credential.OAuthClient.ClientAuth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization server says of itself, as far as credentials need it.
 *
 * @param issuer its name, which its answers carry
 * @param authorizationUrl absent when nobody can consent there
 * @param mtlsTokenUrl the token endpoint for clients with a certificate; absent when it is the same
 * @param clientAuths how clients may prove themselves, of those that Patchbay can do
 * @param scopes that it tells of; there may be more
 * @param grantTypes as it names them, for example {@code refresh_token}
 * @param pkce whether it says that it knows PKCE with S256
 * @param issParameter whether its answers to the browser carry {@code iss}, RFC 9207
 * @param readFrom the address of the document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Discovery(
    String issuer,
    @Nullable String authorizationUrl,
    String tokenUrl,
    @Nullable String mtlsTokenUrl,
    List<ClientAuth> clientAuths,
    List<String> scopes,
    List<String> grantTypes,
    boolean pkce,
    boolean issParameter,
    String readFrom) {}
