package io.patchbay.credential;

/**
 * One secret that a kind of credential holds.
 *
 * @param name the field of the document
 * @param required whether the credential is of no use without it
 * @param multiline whether it may hold line breaks, as keys in PEM do
 */
public record SecretField(String name, boolean required, boolean multiline) {

  static SecretField required(String name) {
    return new SecretField(name, true, false);
  }

  static SecretField optional(String name) {
    return new SecretField(name, false, false);
  }

  static SecretField key(String name) {
    return new SecretField(name, true, true);
  }
}
