package io.patchbay.schema;

/**
 * Whether data of one schema can be given where another is needed, as far as the schemas tell.
 *
 * @param level how sure it is
 * @param reason one sentence when it does not surely fit; empty when it does
 */
public record Fit(Level level, String reason) {

  /** How sure it is that the data fit. */
  public enum Level {
    FITS,
    MAY_FIT,
    DOES_NOT_FIT
  }

  static final Fit GOOD = new Fit(Level.FITS, "");
}
