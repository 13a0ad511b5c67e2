package io.patchbay.boot;

import io.patchbay.common.StartUpRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL programs that come in the jar, unpacked once per version. */
record PostgresBinaries(Path folder, String version) {

  private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");

  /** Unpacks into a folder named by version below {@code parent}, unless that was done before. */
  static PostgresBinaries unpack(Path parent) throws IOException {
    var archive = archive();
    var matcher = VERSION.matcher(archive.toString());
    var version = matcher.find() ? matcher.group(1) : "unknown";
    var folder = parent.resolve("postgresql-" + version);
    if (!Files.isDirectory(folder)) {
      var draft = parent.resolve("unpacking-" + ProcessHandle.current().pid());
      FileSystemUtils.deleteRecursively(draft);
      extract(archive, draft);
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(folder, version);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /** The part of the version that decides whether a data folder can be read. */
  String major() {
    return version.replaceFirst("\\..*", "");
  }

  private static URL archive() {
    var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    var arm = System.getProperty("os.arch").equals("aarch64");
    var name = "postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
    var archive = PostgresBinaries.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new StartUpRefused(
          "This build holds no PostgreSQL for this machine (%s): build it here, or name a server with PATCHBAY_DATABASE_URL."
              .formatted(name));
    }
    return archive;
  }

  private static void extract(URL archive, Path target) throws IOException {
    try (InputStream raw = archive.openStream();
        var tar =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(raw, 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!entry.getName().endsWith(".a")) { // static libraries are of no use to a server
          extract(tar, entry, target.resolve(entry.getName()).normalize(), target);
        }
      }
    }
  }

  private static void extract(
      TarArchiveInputStream tar, TarArchiveEntry entry, Path file, Path target) throws IOException {
    if (!file.startsWith(target)) {
      throw new IOException("An entry leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, file);
      var runs = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
