package io.patchbay.http;

import io.patchbay.common.Ids;
import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialStore;
import io.patchbay.credential.SignRecipe;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Authenticates the call as its API says, unless somebody did it by hand. */
@Component
class Authenticate implements CallInterceptor {

  /** Where headers that a credential makes come from, as in {@link SentRequest.Header}. */
  static final String ORIGIN = "credential";

  private final CredentialStore credentials;
  private final CredentialChoice choice;
  private final BasicAuthenticator basic;
  private final BearerAuthenticator bearer;
  private final ApiKeyAuthenticator apiKey;
  private final OAuthAuthenticator oauth;
  private final DigestAuthenticator digest;
  private final AwsSigV4Authenticator aws;
  private final HmacAuthenticator hmac;

  Authenticate(
      CredentialStore credentials,
      CredentialChoice choice,
      OAuthAuthenticator oauth,
      RequestSigner signer,
      LiveSecrets secrets,
      Ids ids,
      InstantSource clock) {
    this.credentials = credentials;
    this.choice = choice;
    this.oauth = oauth;
    this.basic = new BasicAuthenticator(secrets);
    this.bearer = new BearerAuthenticator(secrets);
    this.apiKey = new ApiKeyAuthenticator(secrets);
    this.digest = new DigestAuthenticator(secrets, ids);
    this.aws = new AwsSigV4Authenticator(secrets, clock);
    this.hmac = new HmacAuthenticator(signer);
  }

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var auth = call.identity().auth();
    if (!auth.needsCredential() || isSetByHand(auth, request)) {
      return next.proceed(call, request);
    }
    var credential = choice.choose(call, auth);
    var answer = authenticate(call, request, next, auth, credential);
    note(credential, answer);
    return answer;
  }

  private Answer authenticate(
      Call call, Outgoing request, Next next, Auth auth, Credential credential) {
    return switch (auth) {
      case Auth.None _, Auth.ClientCertificate _ -> next.proceed(call, request);
      case Auth.Basic kind -> basic.authenticate(call, request, next, kind, credential);
      case Auth.Bearer kind -> bearer.authenticate(call, request, next, kind, credential);
      case Auth.ApiKey kind -> apiKey.authenticate(call, request, next, kind, credential);
      case Auth.OAuth2 kind -> oauth.authenticate(call, request, next, kind, credential);
      case Auth.Hmac kind -> hmac.authenticate(call, request, next, kind, credential);
      case Auth.Digest kind -> digest.authenticate(call, request, next, kind, credential);
      case Auth.AwsSigV4 kind -> aws.authenticate(call, request, next, kind, credential);
    };
  }

  private static boolean isSetByHand(Auth auth, Outgoing request) {
    return switch (auth) {
      case Auth.ApiKey key ->
          key.in() == Auth.ApiKey.In.HEADER
              && key.more().isEmpty()
              && request.headers().find(key.name().toLowerCase(Locale.ROOT)) != null;
      case Auth.Hmac signed ->
          signed.recipe().in() == SignRecipe.In.HEADER
              && request.headers().find(signed.recipe().name().toLowerCase(Locale.ROOT)) != null;
      default -> request.headers().find("authorization") != null;
    };
  }

  /** Only what the API says of the credential counts, not that it could not be reached. */
  private void note(Credential credential, Answer answer) {
    if (answer.hasStatus(401)) {
      credentials.failed(credential, "The API answered 401 Unauthorized.");
    } else if (answer.status() != null) {
      credentials.used(credential);
    }
  }
}
