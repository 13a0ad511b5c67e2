package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.credential.Credential;
import io.patchbay.credential.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Has the secrets of a credential masked in what the call shows and in what comes back. */
final class UsedSecrets {

  private final LiveSecrets secrets;
  private final Function<Credential, List<String>> otherForms;
  private final Cache<Credential, Prepared> prepared = Caffeine.newBuilder().weakKeys().build();

  /**
   * @param otherForms what a credential becomes on the wire when that is not the secret itself
   */
  UsedSecrets(LiveSecrets secrets, Function<Credential, List<String>> otherForms) {
    this.secrets = secrets;
    this.otherForms = otherForms;
  }

  UsedSecrets(LiveSecrets secrets) {
    this(secrets, _ -> List.of());
  }

  /** From now on the call masks them. */
  void in(Call call, Credential credential) {
    var ready = prepared.get(credential, this::prepare);
    call.uses(ready.redactor());
    if (call.isGuest()) {
      ready.texts().forEach(text -> secrets.add(call.request().workspace(), text));
    }
  }

  private Prepared prepare(Credential credential) {
    var texts = new ArrayList<>(credential.secrets().all().stream().map(Secret::reveal).toList());
    texts.addAll(otherForms.apply(credential));
    texts.forEach(text -> secrets.add(credential.workspace(), text));
    return new Prepared(List.copyOf(texts), Redactor.of(texts));
  }

  private record Prepared(List<String> texts, Redactor redactor) {}
}
