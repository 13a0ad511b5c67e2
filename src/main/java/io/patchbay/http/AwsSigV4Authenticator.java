package io.patchbay.http;

import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.Secret;
import java.time.InstantSource;

/** Signs each request for AWS right before it is sent. */
final class AwsSigV4Authenticator implements Authenticator<Auth.AwsSigV4> {

  private final UsedSecrets secrets;
  private final InstantSource clock;

  AwsSigV4Authenticator(LiveSecrets secrets, InstantSource clock) {
    this.secrets = UsedSecrets.ofUser(secrets, AwsSigV4Authenticator::accessKeyId);
    this.clock = clock;
  }

  @Override
  public Answer authenticate(
      Call call,
      Outgoing request,
      CallInterceptor.Next next,
      Auth.AwsSigV4 auth,
      Credential credential) {
    secrets.in(call, credential);
    var signer = signer(call, request, auth, credential);
    return next.proceed(call, request.signedBy(hop -> signer.sign(hop, clock.instant())));
  }

  private static AwsSigner signer(
      Call call, Outgoing request, Auth.AwsSigV4 auth, Credential credential) {
    var host = request.address().origin().host();
    var place =
        AwsPlace.of(auth, host)
            .orElseThrow(() ->
                CallRefused.configuration(
                    "API '%s' is signed for AWS, but the host %s does not tell region and service. Enter both in the Auth tab of the API."
                        .formatted(call.request().api().name(), host)));
    return new AwsSigner(
        accessKeyId(credential),
        credential.secret("secretAccessKey").reveal(),
        credential.secrets().find("sessionToken").map(Secret::reveal).orElse(null),
        place);
  }

  private static String accessKeyId(Credential credential) {
    if (credential.settings() instanceof CredentialSettings.AwsSigV4(String id)) {
      return id;
    }
    throw new IllegalStateException("The credential was checked to fit");
  }
}
