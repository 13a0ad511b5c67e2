package io.patchbay;

/**
 * The entry of the jar. Compiled for an older Java than all the rest, so that it can say in words
 * that the Java at hand is too old; the build file knows about it.
 */
public final class Start {

  private static final int NEEDED = 25;

  private Start() {}

  public static void main(String[] args) {
    int found = Runtime.version().feature();
    if (found < NEEDED) {
      System.err.println(
          "Patchbay does not start: it needs Java "
              + NEEDED
              + " or newer, this is Java "
              + found
              + ". Set JAVA_HOME, or use ./run, which looks for one.");
      System.exit(1);
    }
    PatchbayApplication.main(args);
  }
}
