package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.common.Ids;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.SignRecipe;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs requests with a shared key, as a recipe says. */
@Component
class RequestSigner {

  private final LiveSecrets secrets;
  private final Ids ids;
  private final InstantSource clock;
  private final Cache<SignRecipe, CompiledRecipe> compiled =
      Caffeine.newBuilder().weakKeys().maximumSize(10_000).build();

  RequestSigner(LiveSecrets secrets, Ids ids, InstantSource clock) {
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The request with the signature and what else the recipe sets. Whoever wants it anew after a
   * redirect hands this to {@link Outgoing#signedBy}.
   *
   * @param hmacCredential a credential of kind hmac that may be sent there
   * @param origin where its headers come from, as in {@link SentRequest.Header}
   * @throws CallRefused when the recipe or the key is not right, with the field that it is
   */
  Outgoing sign(
      Call call, Outgoing request, SignRecipe recipe, Credential hmacCredential, String origin) {
    var ready = compiled.get(recipe, CompiledRecipe::of);
    var secret = hmacCredential.secret("secret").reveal();
    secrets.add(hmacCredential.workspace(), secret);
    var isGuest = !call.request().workspace().equals(hmacCredential.workspace());
    var keyId = keyId(hmacCredential);
    if (isGuest) {
      // Its owner's key id is shown to nobody else, not even as an echo.
      secrets.add(call.request().workspace(), secret);
      call.uses(Redactor.of(keyId == null ? List.of(secret) : List.of(secret, keyId)));
    }
    var key = HmacKey.of(recipe, secret);
    return new RecipeRun(ready, key, names(call, keyId), origin, isGuest).sign(request);
  }

  private static @Nullable String keyId(Credential credential) {
    return credential.settings() instanceof CredentialSettings.Hmac(String id) ? id : null;
  }

  private Map<String, @Nullable Object> names(Call call, @Nullable String keyId) {
    var names = new HashMap<String, @Nullable Object>(RequestPlan.scope(call.request()));
    names.putAll(SigningNames.of(clock.instant(), ids.token(16), keyId));
    return names;
  }
}
