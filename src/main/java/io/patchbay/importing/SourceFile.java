package io.patchbay.importing;

/** One file of a source. */
public final class SourceFile {

  private final String name;
  private final byte[] content;

  /**
   * @param name its path relative to the others, as the user gave it, for example {@code
   *     schemas/pet.yaml}
   * @param content not copied, as it may be large
   */
  public SourceFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  public String name() {
    return name;
  }

  public byte[] content() {
    return content;
  }
}
