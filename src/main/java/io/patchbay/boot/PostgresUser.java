package io.patchbay.boot;

import com.sun.security.auth.module.UnixSystem;
import io.patchbay.common.StartUpRefused;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who runs the PostgreSQL programs: they refuse to run as root. A root server puts them into a user
 * name space of their own, or, where the kernel forbids that, hands them and their files to
 * "nobody".
 */
record PostgresUser(List<String> prefix, int uid) {

  private static final int NOBODY = 65534;

  static PostgresUser find() {
    var self = (int) new UnixSystem().getUid();
    if (self != 0) {
      return new PostgresUser(List.of(), self);
    }
    if (works("unshare", "--user", "true")) {
      return new PostgresUser(List.of("unshare", "--user"), 0);
    }
    var other = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    if (works("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true")) {
      return new PostgresUser(other, NOBODY);
    }
    throw new StartUpRefused(
        "The embedded PostgreSQL does not run as root here: start Patchbay as another user, or name a server with PATCHBAY_DATABASE_URL.");
  }

  /** Lets "nobody" pass through the data directory, whose other files stay closed to it. */
  void mayEnter(Path dataDir) throws IOException {
    if (!isHandedOver()) {
      return;
    }
    var permissions = Files.getPosixFilePermissions(dataDir);
    permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    Files.setPosixFilePermissions(dataDir, permissions);
    if (!works(command(List.of("test", "-x", dataDir.toString())).toArray(String[]::new))) {
      throw new StartUpRefused(
          "The embedded PostgreSQL runs as \"nobody\" here and cannot reach %s: choose another place with PATCHBAY_DATA_DIR, or start Patchbay as another user."
              .formatted(dataDir));
    }
  }

  private boolean isHandedOver() {
    return isRoot() && uid == NOBODY;
  }

  private static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }

  List<String> command(List<String> command) {
    var whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Gives the tree to this user, for data folders that came from another machine or kernel. */
  void own(Path folder) throws IOException {
    var isDone = !isHandedOver() && owner(folder) == uid;
    if (!isRoot() || isDone) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            return give(directory);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            return give(file);
          }

          private FileVisitResult give(Path file) throws IOException {
            Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static int owner(Path folder) throws IOException {
    return (Integer) Files.getAttribute(folder, "unix:uid");
  }

  private static boolean works(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
