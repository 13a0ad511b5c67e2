package io.patchbay.account;

import io.patchbay.common.InvalidException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords are taken: long ones that nobody tries first. */
public final class Passwords {

  public static final int MIN_LENGTH = 12;
  static final int MAX_LENGTH = 200;

  private static final Set<String> BLOCKED = blocked();

  /** How hard a password is to guess, as shown below the field. */
  public enum Strength {
    /** Not taken: too short, common, or made of the e-mail address. */
    REFUSED,
    FAIR,
    GOOD,
    STRONG
  }

  private Passwords() {}

  /**
   * Lets pass what is good enough.
   *
   * @throws InvalidException with what to do about it
   */
  public static void check(String password, String email) {
    if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
      throw new InvalidException("password", "Take at least " + MIN_LENGTH + " characters.");
    }
    if (password.length() > MAX_LENGTH) {
      throw new InvalidException("password", "Take at most " + MAX_LENGTH + " characters.");
    }
    if (isCommon(password, email)) {
      throw new InvalidException(
          "password", "This is one of the first that an attacker tries; take another.");
    }
  }

  /** A rough measure by length and variety; what {@link #check} refuses is refused here too. */
  public static Strength strength(String password, String email) {
    var length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH || isCommon(password, email)) {
      return Strength.REFUSED;
    }
    var score =
        length + 2 * kinds(password) + Math.min(8, (int) password.chars().distinct().count() / 2);
    if (score >= 26) {
      return Strength.STRONG;
    }
    return score >= 21 ? Strength.GOOD : Strength.FAIR;
  }

  private static int kinds(String password) {
    var kinds = 0;
    kinds += password.chars().anyMatch(Character::isLowerCase) ? 1 : 0;
    kinds += password.chars().anyMatch(Character::isUpperCase) ? 1 : 0;
    kinds += password.chars().anyMatch(Character::isDigit) ? 1 : 0;
    kinds += password.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 1 : 0;
    return kinds;
  }

  private static boolean isCommon(String password, String email) {
    var lower = password.toLowerCase(Locale.ROOT);
    var core = lower.replaceAll("[^\\p{L}]", "");
    return BLOCKED.contains(lower)
        || BLOCKED.contains(core)
        || lower.equals(email.toLowerCase(Locale.ROOT))
        || lower.chars().distinct().count() < 4;
  }

  private static Set<String> blocked() {
    try (var in = Passwords.class.getResourceAsStream("blocked-passwords.txt")) {
      if (in == null) {
        throw new IllegalStateException("blocked-passwords.txt is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
