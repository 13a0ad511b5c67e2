package io.patchbay.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real things that others wrote, which lie beside the repository; tests that need them are skipped
 * where they are absent.
 */
public final class Material {

  private static final Path FOLDER = Path.of("..", "shared", "material");

  private Material() {}

  /** The file, or the test is skipped. */
  public static Path file(String name) {
    Path file = FOLDER.resolve(name);
    Assumptions.assumeTrue(
        Files.exists(file), () -> "Skipped: there is no " + file + " beside this repository.");
    return file;
  }

  /** The file's text, or the test is skipped. */
  public static String text(String name) throws IOException {
    return Files.readString(file(name));
  }

  /** A file of our own under {@code src/test/resources}. */
  public static String resource(String name) throws IOException {
    return Files.readString(Path.of("src", "test", "resources", name));
  }
}
