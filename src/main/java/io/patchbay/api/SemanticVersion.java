package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.patchbay.common.InvalidException;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The number of a published version, semver.org 2.0 without suffixes, for example {@code 2.1.0}.
 */
public record SemanticVersion(int major, int minor, int patch)
    implements Comparable<SemanticVersion> {

  /** The first version of an API. */
  public static final SemanticVersion FIRST = new SemanticVersion(1, 0, 0);

  private static final Pattern FORM =
      Pattern.compile("(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})");
  private static final Comparator<SemanticVersion> ORDER =
      Comparator.comparingInt(SemanticVersion::major)
          .thenComparingInt(SemanticVersion::minor)
          .thenComparingInt(SemanticVersion::patch);

  /**
   * Reads {@code major.minor.patch}.
   *
   * @throws InvalidException when the text is none
   */
  @JsonCreator
  public static SemanticVersion parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new InvalidException(
          "version", "'%s' is no version; write it as 1.2.0.".formatted(text));
    }
    return new SemanticVersion(
        Integer.parseInt(match.group(1)),
        Integer.parseInt(match.group(2)),
        Integer.parseInt(match.group(3)));
  }

  /** The next one with which users have to change something. */
  public SemanticVersion nextMajor() {
    return new SemanticVersion(major + 1, 0, 0);
  }

  /** The next one that can do more. */
  public SemanticVersion nextMinor() {
    return new SemanticVersion(major, minor + 1, 0);
  }

  /** The next one that mends something. */
  public SemanticVersion nextPatch() {
    return new SemanticVersion(major, minor, patch + 1);
  }

  @Override
  public int compareTo(SemanticVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  @JsonValue
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
