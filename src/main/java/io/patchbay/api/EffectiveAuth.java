package io.patchbay.api;

import io.patchbay.common.InvalidException.Problem;
import io.patchbay.credential.Auth;
import java.util.Optional;

/** How calls authenticate once customizations have changed it, as far as documents tell. */
public final class EffectiveAuth {

  private EffectiveAuth() {}

  /** How calls of a method authenticate before a flow changes anything. */
  public static Auth of(Api api, ApiMethod method) {
    var now = method.isWithoutAuth() ? new Auth.None() : ofCustomized(api);
    for (var one : method.customizations()) {
      now = after(now, one);
    }
    return now;
  }

  /** How calls of an API authenticate where the method says nothing. */
  static Auth ofCustomized(Api api) {
    var now = api.auth();
    for (var one : api.customizations()) {
      now = after(now, one);
    }
    return now;
  }

  /** How they authenticate after a customization. */
  public static Auth after(Auth before, Customization one) {
    return one instanceof Customization.Credential other && other.auth() != null
        ? other.auth()
        : before;
  }

  /** What is wrong with a customization where calls authenticate like this without it. */
  public static Optional<Problem> problem(Auth before, Customization one) {
    return one instanceof Customization.Credential other
            && other.auth() == null
            && !before.needsCredential()
        ? Optional.of(
            new Problem(
                "auth",
                "Without it calls authenticate without a credential; choose how this one is used, too."))
        : Optional.empty();
  }
}
