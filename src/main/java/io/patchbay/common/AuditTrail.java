package io.patchbay.common;

import org.jspecify.annotations.Nullable;

/** Where services note who changed what; entries stay, nobody can edit them. */
@FunctionalInterface
public interface AuditTrail {

  /**
   * Notes one change, in the transaction of the change itself.
   *
   * @param action a verb phrase in the past, for example {@code published flow}
   * @param subject what it was done to, by its name in addresses, for example {@code orders}
   * @param detail more, one line; never a secret
   */
  void record(Access access, String action, String subject, @Nullable String detail);

  /**
   * Notes a change of something that is saved while it is being edited: once for all saves of the
   * same user within ten minutes.
   */
  default void recordEdit(Access access, String action, String subject) {
    record(access, action, subject, null);
  }
}
