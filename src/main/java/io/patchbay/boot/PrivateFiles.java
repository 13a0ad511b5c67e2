package io.patchbay.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only the user of the server may read. */
final class PrivateFiles {

  private PrivateFiles() {}

  /** Creates a folder with mode 0700; one that exists keeps its mode, an operator chose it. */
  static void createDirectory(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    var parent = directory.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectory(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Writes a file with mode 0600, whole or not at all. */
  static void write(Path file, String text) throws IOException {
    var parent = file.toAbsolutePath().getParent();
    var draft = Files.createTempFile(parent, ".new", ""); // mode 0600 by contract
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
