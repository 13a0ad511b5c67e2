package io.patchbay.http;

import io.patchbay.api.Customization;
import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signs the request after all else has changed it, each time that it is sent. The recipe does not
 * see what a credential put into the request: it could tell it bit by bit.
 */
record SignChange(CustomizationPlace place, Customization.Sign sign) implements RequestChange {

  static SignChange of(CustomizationPlace place, Customization.Sign sign) {
    return new SignChange(place, sign);
  }

  @Override
  public void apply(RequestDraft draft, Map<String, @Nullable Object> scope) {
    if (sign.credential() == null || sign.credential().isBlank()) {
      throw CallRefused.configuration("No credential is chosen to sign with.");
    }
    var call = draft.call();
    var auth = new Auth.Hmac(sign.credential(), sign.recipe());
    var key =
        draft.tools().credentials().choose(call, auth, place.level().workspace(call.request()));
    var signer = draft.tools().signer();
    draft.isSignedBy(request -> signed(call, request, signer, key));
  }

  private Outgoing signed(Call call, Outgoing request, RequestSigner signer, Credential key) {
    try {
      var bare =
          request
              .withHeaders(request.headers().only(line -> !isOfCredential(line)))
              .withAddress(request.address().withoutCredential());
      var signed = signer.sign(call, bare, sign.recipe(), key, place.origin());
      for (var line : request.headers()) {
        signed = isOfCredential(line) ? signed.withHeader(line) : signed;
      }
      return signed.withAddress(signed.address().withCredentialOf(request.address()));
    } catch (CallRefused e) {
      throw new CallRefused(place.named(e.failure()));
    }
  }

  private static boolean isOfCredential(HeaderLine line) {
    return Authenticate.ORIGIN.equals(line.origin());
  }
}
