package io.patchbay.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.patchbay.common.StartUpRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresTest {

  private static final Path BINARIES = Path.of("target", "test-postgres").toAbsolutePath();

  @TempDir Path home;

  @Test
  void keepsTheDataOverAStop() {
    try (var postgres = start()) {
      client(postgres).sql("create table note as select 'kept' as text").update();
    }

    try (var postgres = start()) {
      assertThat(client(postgres).sql("select text from note").query(String.class).single())
          .isEqualTo("kept");
    }
  }

  @Test
  void isDurableAndClosedToOthers() throws Exception {
    try (var postgres = start()) {
      assertThat(setting(postgres, "fsync")).isEqualTo("on");
      assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> source(postgres, "wrong").getConnection())
          .hasMessageContaining("password authentication failed");
      var mode = Files.getPosixFilePermissions(home.resolve("postgres/password"));
      assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    }
  }

  @Test
  void refusesASecondServerOnTheSameFolder() {
    try (var _ = start()) {
      assertThatThrownBy(this::start)
          .isInstanceOf(StartUpRefused.class)
          .hasMessageContaining("Another Patchbay uses the data directory " + home);
    }
  }

  @Test
  void comesBackWhenItWasKilled() throws Exception {
    try (var postgres = start()) {
      var pid = pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptions() // for a moment there is neither a process nor its file
          .until(() -> pid() != pid && setting(postgres, "fsync").equals("on"));
    }
  }

  @Test
  void stopsWhatAKilledServerLeftBehind() throws Exception {
    var commands =
        new PostgresCommands(
            PostgresBinaries.unpack(BINARIES), PostgresUser.find(), home.resolve("postgres"));
    start().close();
    commands.start(0);
    var orphan = pid();

    try (var postgres = start()) {
      assertThat(pid()).isNotEqualTo(orphan);
      assertThat(setting(postgres, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void leavesNoProcessBehind() throws Exception {
    var postgres = start();
    var process = ProcessHandle.of(pid()).orElseThrow();

    postgres.close();

    assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
    assertThat(process.info().command()).isEmpty(); // gone, or a zombie of the init process
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(BINARIES, home.resolve("postgres"), Map.of());
  }

  private long pid() throws Exception {
    var file = home.resolve("postgres/data/postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).getFirst());
  }

  private static String setting(EmbeddedPostgres postgres, String name) {
    return client(postgres).sql("show " + name).query(String.class).single();
  }

  private static JdbcClient client(EmbeddedPostgres postgres) {
    return JdbcClient.create(source(postgres, postgres.password()));
  }

  private static PGSimpleDataSource source(EmbeddedPostgres postgres, String password) {
    var source = new PGSimpleDataSource();
    source.setUrl(postgres.jdbcUrl("postgres"));
    source.setUser(EmbeddedPostgres.USER);
    source.setPassword(password);
    return source;
  }
}
