package io.patchbay.credential;

import io.patchbay.common.StartUpRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The file that holds the master key, readable by the server's user only. */
record MasterKeyFile(Path path) {

  /** The key in the file; empty when there is no file. */
  Optional<MasterKey> read() {
    try {
      return Files.exists(path)
          ? Optional.of(MasterKey.parse(Files.readString(path), path.toString()))
          : Optional.empty();
    } catch (IOException e) {
      throw new StartUpRefused(
          "The master key file %s cannot be read; give the user of the server the right to."
              .formatted(path),
          e);
    }
  }

  /** Writes a new file, whole or not at all; one that appeared meanwhile is not overwritten. */
  void write(MasterKey key) {
    try {
      var folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      var draft =
          Files.createTempFile(
              folder,
              ".master",
              ".key",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        Files.writeString(draft, key.encode());
        Files.createLink(path, draft); // fails where a rename would overwrite
      } finally {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw new StartUpRefused(
          "The master key file %s cannot be written; name another with PATCHBAY_MASTER_KEY_FILE."
              .formatted(path),
          e);
    }
  }
}
