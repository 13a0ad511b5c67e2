package io.patchbay.credential;

import java.util.UUID;

/** Hears when a credential's settings or secret changed or it was deleted, after the commit. */
public interface CredentialListener {

  void credentialChanged(UUID credential);

  /** The credential may now be sent to servers that it could not be sent to before. */
  default void credentialGoesElsewhere(UUID credential) {}
}
