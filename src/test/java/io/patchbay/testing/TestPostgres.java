package io.patchbay.testing;

import io.patchbay.boot.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** The one PostgreSQL of a test run: the server's own, in a folder below target, without fsync. */
final class TestPostgres {

  static final String TEMPLATE = "migrated";

  private static final Path HOME = Path.of("target", "test-postgres").toAbsolutePath();
  private static final Map<String, String> FAST =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "max_connections", "200",
          "shared_buffers", "64MB");

  private static final class Holder {
    static final TestPostgres INSTANCE = new TestPostgres();
  }

  private final EmbeddedPostgres postgres;

  private TestPostgres() {
    try {
      removeLeftovers();
      var folder = HOME.resolve(String.valueOf(ProcessHandle.current().pid()));
      Files.createDirectories(folder);
      postgres = EmbeddedPostgres.start(HOME, folder, FAST);
      // After the contexts of the tests, which still hold connections.
      SpringApplication.getShutdownHandlers().add(() -> stop(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    execute("create database " + TEMPLATE);
    var template = database(TEMPLATE);
    Flyway.configure()
        .dataSource(template.jdbcUrl(), template.user(), template.password())
        .load()
        .migrate();
  }

  static TestPostgres instance() {
    return Holder.INSTANCE;
  }

  synchronized void execute(String sql) {
    database("postgres").jdbc().sql(sql).update();
  }

  TestDatabase database(String name) {
    return new TestDatabase(
        postgres.jdbcUrl(name) + "?reWriteBatchedInserts=true",
        EmbeddedPostgres.USER,
        postgres.password());
  }

  private void stop(Path folder) {
    postgres.close();
    delete(folder);
  }

  /** Folders of test runs that were killed; their database may still be running. */
  private static void removeLeftovers() throws IOException {
    if (!Files.isDirectory(HOME)) {
      return;
    }
    try (var folders = Files.list(HOME)) {
      folders
          .filter(folder -> folder.getFileName().toString().matches("\\d+"))
          .filter(folder -> ProcessHandle.of(pid(folder)).isEmpty())
          .forEach(TestPostgres::removeLeftover);
    }
  }

  private static void removeLeftover(Path folder) {
    EmbeddedPostgres.start(HOME, folder, FAST).close();
    delete(folder);
  }

  private static long pid(Path folder) {
    return Long.parseLong(folder.getFileName().toString());
  }

  private static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
