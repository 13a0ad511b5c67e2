package io.patchbay.ui.designer.preview;

/** Where a sample value comes from, the most trustworthy first. */
public enum Source {
  PINNED("pinned"),
  LAST_RUN("last run"),
  SAMPLE("sample");

  private final String words;

  Source(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** The one that says less for sure. */
  Source weaker(Source other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
