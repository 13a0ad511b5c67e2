package io.patchbay.credential;

import io.patchbay.common.InvalidException;

/** What credentials and certificates may be called. */
final class CredentialName {

  private static final int MAX_NAME = 100;

  private CredentialName() {}

  /**
   * Lets pass what may be a name.
   *
   * @throws InvalidException when it is none
   */
  static void require(String name) {
    var ok =
        !name.isEmpty()
            && name.length() <= MAX_NAME
            && name.equals(name.strip())
            && name.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c) || " -_.".indexOf(c) >= 0);
    if (!ok) {
      throw new InvalidException(
          "name", "A name has 1 to 100 letters, digits, blanks, '-', '_' and '.'.");
    }
  }
}
