package io.patchbay.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads OpenAPI descriptions of a folder, with those beside them. */
public final class Descriptions {

  private Descriptions() {}

  /** As a user would import the file together with all that lies beside it. */
  public static ImportedApi read(Path file) throws IOException {
    return new OpenApiReader().read(source(file), beside(file)).apis().getFirst();
  }

  static SourceText source(Path file) throws IOException {
    return SourceText.of(new SourceFile(file.getFileName().toString(), Files.readAllBytes(file)));
  }

  /** The documents in the folder of a file, and below it. */
  private static Documents beside(Path main) {
    return (from, reference) -> {
      Path name = Path.of(from).resolveSibling(reference).normalize();
      Path other = main.resolveSibling(name);
      try {
        return !reference.contains(":") && Files.exists(other)
            ? Optional.of(new SourceFile(name.toString(), Files.readAllBytes(other)))
            : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
