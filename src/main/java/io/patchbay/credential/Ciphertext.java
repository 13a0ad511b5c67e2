package io.patchbay.credential;

/** Encrypted bytes as they are stored. */
final class Ciphertext {

  private final byte[] bytes;

  Ciphertext(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }
}
