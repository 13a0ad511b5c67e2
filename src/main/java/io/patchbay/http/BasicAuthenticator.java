package io.patchbay.http;

import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** User name and password in the Authorization header, RFC 7617, in UTF-8. */
final class BasicAuthenticator implements Authenticator<Auth.Basic> {

  private final UsedSecrets secrets;

  BasicAuthenticator(LiveSecrets secrets) {
    this.secrets =
        new UsedSecrets(
            secrets,
            credential -> List.of(token(credential)),
            credential -> List.of(username(credential)));
  }

  @Override
  public Answer authenticate(
      Call call,
      Outgoing request,
      CallInterceptor.Next next,
      Auth.Basic auth,
      Credential credential) {
    secrets.in(call, credential);
    return next.proceed(
        call, request.withSecretHeader("Authorization", "Basic " + token(credential)));
  }

  private static String token(Credential credential) {
    var text = username(credential) + ":" + credential.secret("password").reveal();
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String username(Credential credential) {
    if (credential.settings() instanceof CredentialSettings.Basic(String username)) {
      return username;
    }
    throw new IllegalStateException("The credential was checked to fit");
  }
}
