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
  private final Function<Credential, List<String>> ownersOnly;
  private final Cache<Credential, Prepared> prepared = Caffeine.newBuilder().weakKeys().build();

  /**
   * @param otherForms what a credential becomes on the wire when that is not the secret itself
   * @param ownersOnly what is no secret, but no business of another workspace that borrows the
   *     credential
   */
  UsedSecrets(
      LiveSecrets secrets,
      Function<Credential, List<String>> otherForms,
      Function<Credential, List<String>> ownersOnly) {
    this.secrets = secrets;
    this.otherForms = otherForms;
    this.ownersOnly = ownersOnly;
  }

  static UsedSecrets only(LiveSecrets secrets) {
    return new UsedSecrets(secrets, _ -> List.of(), _ -> List.of());
  }

  /** With a name that only its owners see. */
  static UsedSecrets ofUser(LiveSecrets secrets, Function<Credential, String> name) {
    return new UsedSecrets(secrets, _ -> List.of(), credential -> List.of(name.apply(credential)));
  }

  /** From now on the call masks them. */
  void in(Call call, Credential credential) {
    var ready = prepared.get(credential, this::prepare);
    if (call.request().workspace().equals(credential.workspace())) {
      call.uses(ready.forOwners());
      return;
    }
    call.uses(ready.forGuests());
    ready.texts().forEach(text -> secrets.add(call.request().workspace(), text));
  }

  private Prepared prepare(Credential credential) {
    var texts = new ArrayList<>(credential.secrets().all().stream().map(Secret::reveal).toList());
    texts.addAll(otherForms.apply(credential));
    texts.forEach(text -> secrets.add(credential.workspace(), text));
    var all = new ArrayList<>(texts);
    all.addAll(ownersOnly.apply(credential));
    return new Prepared(List.copyOf(texts), Redactor.of(texts), Redactor.of(all));
  }

  private record Prepared(List<String> texts, Redactor forOwners, Redactor forGuests) {}
}
