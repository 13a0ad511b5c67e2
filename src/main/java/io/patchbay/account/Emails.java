package io.patchbay.account;

import io.patchbay.common.InvalidException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes e-mail addresses as people type them; whether one exists, only a letter could tell. */
final class Emails {

  private static final Pattern SHAPE = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}");

  private Emails() {}

  /** The address in the one spelling that is stored. */
  static String normalize(String email) {
    var stripped = email.strip().toLowerCase(Locale.ROOT);
    if (!SHAPE.matcher(stripped).matches()) {
      throw new InvalidException("email", "This is not an e-mail address.");
    }
    return stripped;
  }

  /** What a person is called until they say otherwise. */
  static String localPart(String email) {
    return email.substring(0, email.indexOf('@'));
  }
}
