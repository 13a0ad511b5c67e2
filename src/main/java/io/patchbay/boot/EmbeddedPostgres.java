package io.patchbay.boot;

import io.patchbay.common.StartUpRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own in one folder: unpacked, initialised once, started, watched, stopped. It
 * listens on the loopback address only, asks for a password (SCRAM) and keeps every commit.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  public static final String USER = "patchbay";

  private static final int RETRIES = 5;
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final PostgresCommands commands;
  private final Path folder;
  private final Map<String, String> overrides;
  private final FileChannel lockFile;
  private final String password;
  private final int port;
  private volatile boolean isClosing;

  /**
   * Starts the database of a folder; blocks until it accepts connections.
   *
   * @param binaries where the programs are unpacked, may be shared by several folders
   * @param folder holds data, password and log
   * @param overrides server settings that differ from ours
   */
  public static EmbeddedPostgres start(Path binaries, Path folder, Map<String, String> overrides) {
    try {
      PrivateFiles.createDirectory(folder);
      PrivateFiles.createDirectory(binaries);
      var lockFile = lock(folder);
      try {
        return new EmbeddedPostgres(binaries, folder, overrides, lockFile);
      } catch (IOException | RuntimeException e) {
        lockFile.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StartUpRefused(
          "The embedded database in %s could not be set up: %s".formatted(folder, e), e);
    }
  }

  private EmbeddedPostgres(
      Path binaries, Path folder, Map<String, String> overrides, FileChannel lockFile)
      throws IOException {
    this.folder = folder;
    this.overrides = overrides;
    this.lockFile = lockFile;
    var user = PostgresUser.find();
    user.mayEnter(folder.toAbsolutePath().resolveSibling(".").normalize());
    this.commands = new PostgresCommands(PostgresBinaries.unpack(binaries), user, folder);
    this.password = password(folder.resolve("password"));
    user.own(binaries);
    user.own(folder);
    initialise();
    commands.stopOrphan();
    this.port = port(folder.resolve("port"));
    startServer();
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public String password() {
    return password;
  }

  /** Stops the server after its open transactions were rolled back; the data stay. */
  @Override
  public void close() {
    isClosing = true;
    commands.stop();
    try {
      lockFile.close();
    } catch (IOException e) {
      log.debug("The lock of {} could not be released", folder, e);
    }
  }

  private void initialise() throws IOException {
    if (Files.exists(commands.data().resolve("PG_VERSION"))) {
      commands.requireSameMajor();
      return;
    }
    log.info("First start: creating the database in {}", folder);
    FileSystemUtils.deleteRecursively(commands.data()); // left by a start that was interrupted
    commands.initialise(folder.resolve("password"));
  }

  private void startServer() throws IOException {
    PostgresConfiguration.write(commands.data(), port, overrides);
    commands.start(RETRIES);
    Thread.ofVirtual().name("embedded-database-watch").start(this::watch);
  }

  /** When somebody kills the database under us, the pool reconnects: so bring it back. */
  private void watch() {
    while (!commands.hasEndedWithin(Duration.ofDays(1))) {
      // still there
    }
    if (isClosing) {
      return;
    }
    log.error("The embedded database stopped by itself; starting it again");
    try {
      commands.stopOrphan();
      startServer();
    } catch (IOException | RuntimeException e) {
      log.error("The embedded database does not start again; restart Patchbay", e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    var file =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(file) == null) {
      file.close();
      throw new StartUpRefused(
          "Another Patchbay uses the data directory %s; stop it, or choose another with PATCHBAY_DATA_DIR."
              .formatted(folder.toAbsolutePath().getParent()));
    }
    return file;
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // held by this very process
    }
  }

  private static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      var bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      PrivateFiles.write(file, HexFormat.of().formatHex(bytes));
    }
    return Files.readString(file).strip();
  }

  /** The port of the last time, so that an operator's tools find it again, else a free one. */
  private static int port(Path file) throws IOException {
    if (Files.exists(file)) {
      var last = freePort(Integer.parseInt(Files.readString(file).strip()));
      if (last > 0) {
        return last;
      }
    }
    var port = freePort(0);
    PrivateFiles.write(file, String.valueOf(port));
    return port;
  }

  private static int freePort(int wanted) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted));
      return socket.getLocalPort();
    } catch (IOException _) {
      return -1;
    }
  }
}
