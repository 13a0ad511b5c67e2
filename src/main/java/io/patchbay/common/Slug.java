package io.patchbay.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names in addresses: lower-case letters, digits and dashes, 1 to 63 characters, no dash at either
 * end.
 */
public final class Slug {

  private static final Pattern VALID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private Slug() {}

  public static boolean isValid(String slug) {
    return VALID.matcher(slug).matches();
  }

  /**
   * The slug itself when it is one.
   *
   * @throws InvalidException when it is none
   */
  public static String check(String where, String slug) {
    if (!isValid(slug)) {
      throw new InvalidException(
          where,
          "'%s' is no name for an address: use 1 to 63 lower-case letters, digits and dashes, no dash at either end."
              .formatted(slug));
    }
    return slug;
  }

  /**
   * A slug for a name that people gave, for example {@code pet-to-crm}; {@code fallback} where
   * nothing is left of it.
   */
  public static String of(String name, String fallback) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String slug = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    slug = slug.substring(0, Math.min(slug.length(), 60)).replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? fallback : slug;
  }
}
