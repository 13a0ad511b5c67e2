package io.patchbay.boot;

import io.patchbay.common.StartUpRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few commands that PostgreSQL understands from outside: create, start, stop. */
record PostgresCommands(PostgresBinaries binaries, PostgresUser user, Path folder) {

  private static final Logger log = LoggerFactory.getLogger(PostgresCommands.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  Path data() {
    return folder.resolve("data");
  }

  void initialise(Path passwordFile) throws IOException {
    PrivateFiles.createDirectory(data());
    user.own(folder);
    run(
        List.of(
            binaries.program("initdb"),
            "--pgdata=" + data(),
            "--username=" + EmbeddedPostgres.USER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions"));
  }

  void requireSameMajor() throws IOException {
    var found = Files.readString(data().resolve("PG_VERSION")).strip();
    if (!found.equals(binaries.major())) {
      throw new StartUpRefused(
          "The data in %s are of PostgreSQL %s, this build brings PostgreSQL %s; docs/operations.md says how to move them."
              .formatted(folder, found, binaries.major()));
    }
  }

  /** Tries again, since parts of a server that was killed need a moment to notice and to go. */
  void start(int retries) throws IOException {
    try {
      run(control("start", "--log=" + folder.resolve("postgres.log")));
    } catch (StartUpRefused e) {
      if (retries == 0) {
        throw e;
      }
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      start(retries - 1);
    }
  }

  /** Ends connections, writes a checkpoint and waits; pulls the plug only if that hangs. */
  void stop() {
    try {
      run(control("stop", "--mode=fast"));
    } catch (StartUpRefused | IOException e) {
      log.warn("The embedded database did not stop in time; it recovers at the next start", e);
    }
  }

  /** A server that was killed leaves its database running: that one is stopped first. */
  void stopOrphan() throws IOException {
    var orphan = process();
    if (orphan.isPresent()) {
      log.warn("Stopping the database that the last server left behind");
      orphan.get().destroy(); // waits for clients, of which there are none
      if (!hasEndedWithin(Duration.ofSeconds(30))) {
        orphan.get().destroyForcibly();
        hasEndedWithin(Duration.ofSeconds(10));
      }
    }
    // Its process number may belong to somebody else by now, which would puzzle PostgreSQL.
    Files.deleteIfExists(data().resolve("postmaster.pid"));
  }

  /**
   * Waits until the server of this folder is gone. Looks again and again, because the handle of a
   * process counts one that ended as alive until somebody asks for its exit code, and in a
   * container that may be nobody.
   */
  boolean hasEndedWithin(Duration time) {
    var start = System.nanoTime();
    while (process().isPresent()) {
      if (System.nanoTime() - start > time.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return true;
  }

  /** The running server of this folder. */
  Optional<ProcessHandle> process() {
    var file = data().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      return ProcessHandle.of(pid).filter(PostgresCommands::isPostgres);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(Path::of).filter(c -> c.endsWith("postgres")).isPresent();
  }

  private List<String> control(String deed, String option) {
    return List.of(
        binaries.program("pg_ctl"),
        deed,
        "--pgdata=" + data(),
        "--wait",
        "--timeout=60",
        "--silent",
        option);
  }

  private void run(List<String> command) throws IOException {
    var output = Files.createTempFile(folder, ".command", ".log");
    try {
      // A file, because the server inherits it and would keep a pipe open for its whole life.
      var process =
          new ProcessBuilder(user.command(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failed(command, "no answer for " + PATIENCE.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw failed(command, lastLines(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(command, "interrupted");
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private StartUpRefused failed(List<String> command, String reason) {
    var deed = Path.of(command.getFirst()).getFileName() + " " + command.get(1);
    return new StartUpRefused(
        "The embedded database in %s failed at '%s': %s. More is in %s."
            .formatted(folder, deed, reason, folder.resolve("postgres.log")));
  }

  private static String lastLines(Path file) throws IOException {
    var lines = Arrays.asList(Files.readString(file).strip().split("\n"));
    return String.join(" ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }
}
