package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.common.Ids;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.SignRecipe;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs requests with a shared key, as a recipe says. */
@Component
class RequestSigner {

  private final UsedSecrets secrets;
  private final Ids ids;
  private final InstantSource clock;
  private final Cache<SignRecipe, CompiledRecipe> compiled =
      Caffeine.newBuilder().weakKeys().maximumSize(10_000).build();

  RequestSigner(LiveSecrets secrets, Ids ids, InstantSource clock) {
    this.secrets = UsedSecrets.ofUser(secrets, RequestSigner::keyId);
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
    var key = HmacKey.of(recipe, hmacCredential.secret("secret").reveal());
    var isGuest = !call.request().workspace().equals(hmacCredential.workspace());
    secrets.in(call, hmacCredential);
    var names = names(call, keyId(hmacCredential));
    return new RecipeRun(ready, key, names, origin, isGuest).sign(request);
  }

  private static String keyId(Credential credential) {
    return credential.settings() instanceof CredentialSettings.Hmac(String id) && id != null
        ? id
        : "";
  }

  private Map<String, @Nullable Object> names(Call call, String keyId) {
    var names = new HashMap<String, @Nullable Object>(RequestPlan.scope(call.request()));
    names.putAll(SigningNames.of(clock.instant(), ids.token(16), keyId));
    return names;
  }
}
