package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ForbiddenException;
import org.jspecify.annotations.Nullable;

/** Only administrators may let an API trust any server; who did is kept. */
final class TrustAll {

  private TrustAll() {}

  /**
   * Lets a change pass that does not switch it on, or that an administrator makes.
   *
   * @param before as it is kept; absent for a new API
   * @throws ForbiddenException when somebody else switches it on
   */
  static void guard(Access access, AuditTrail audit, String ref, @Nullable Api before, Api after) {
    boolean was = before != null && isOn(before);
    boolean is = isOn(after);
    if (is && !was && !access.allows(Access.Role.ADMIN)) {
      throw new ForbiddenException(
          "Only administrators of the workspace may let an API trust any server (tls.trustAll). Upload the server's authority under Certificates instead, or ask one of them.");
    }
    if (is != was) {
      audit.record(
          access,
          is ? "switched off TLS checks of API" : "switched on TLS checks of API",
          ref,
          "tls.trustAll");
    }
  }

  private static boolean isOn(Api api) {
    return api.tls() != null && api.tls().trustAll();
  }
}
