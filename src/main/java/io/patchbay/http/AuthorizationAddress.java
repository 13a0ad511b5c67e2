package io.patchbay.http;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.patchbay.credential.CredentialSettings.OAuth2AuthorizationCode;
import java.net.URI;

/** The address of an authorization request, RFC 6749 section 4.1.1, always with PKCE S256. */
final class AuthorizationAddress {

  private AuthorizationAddress() {}

  static URI of(
      OAuth2AuthorizationCode client, String redirectUri, String state, CodeVerifier verifier) {
    var request =
        new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(client.clientId()))
            .endpointURI(URI.create(client.authorizationUrl()))
            .redirectionURI(URI.create(redirectUri))
            .state(new State(state))
            .codeChallenge(verifier, CodeChallengeMethod.S256);
    if (!client.scopes().isEmpty()) {
      request.scope(new Scope(client.scopes().toArray(String[]::new)));
    }
    if (!client.resources().isEmpty()) {
      request.resources(client.resources().stream().map(URI::create).toArray(URI[]::new));
    }
    if (client.audience() != null) {
      request.customParameter("audience", client.audience());
    }
    client.authorizationParameters().forEach(request::customParameter);
    return request.build().toURI();
  }
}
