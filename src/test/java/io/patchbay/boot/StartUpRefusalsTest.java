package io.patchbay.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.StartUpRefused;
import io.patchbay.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpRefusalsTest {

  @TempDir Path home;

  @Test
  void namesATakenPort() throws Exception {
    try (var taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> StartUpChecks.requireFreePort(taken.getLocalPort()))
          .isInstanceOf(StartUpRefused.class)
          .hasMessage(
              "Port %d is already in use; stop the program that uses it or choose another with PATCHBAY_PORT."
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void namesADataDirectoryThatCannotBeWritten() throws Exception {
    var file = Files.createFile(home.resolve("file"));

    assertThatThrownBy(() -> StartUpChecks.requireDataDirectory(file.resolve("data")))
        .isInstanceOf(StartUpRefused.class)
        .hasMessageContaining("The data directory " + file.resolve("data") + " cannot be written");
  }

  @Test
  void tellsTheReasonsOfADatabaseApart() {
    var good = TestDatabase.fresh();

    assertThatCode(() -> check(good.jdbcUrl(), good.password())).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(good.jdbcUrl(), "wrong"))
        .hasMessageContaining("refuses the sign-in of 'patchbay'")
        .hasMessageNotContaining("wrong;");
    assertThatThrownBy(
            () -> check(good.jdbcUrl().replaceFirst("test_\\d+", "gone"), good.password()))
        .hasMessageContaining("has no database 'gone'");
    assertThatThrownBy(() -> check("jdbc:postgresql://127.0.0.1:1/x", "pw"))
        .hasMessageContaining("No database can be reached at 127.0.0.1:1/x");
  }

  @Test
  void refusesASchemaOfALaterBuild() throws Exception {
    var database = TestDatabase.fresh();
    Files.writeString(home.resolve("V999__later.sql"), "create table later (id int)");
    flyway(database, "filesystem:" + home, "classpath:db/migration").migrate();

    var info = flyway(database, "classpath:db/migration").info();

    assertThatThrownBy(() -> DatabaseCheck.requireKnownSchema(info))
        .isInstanceOf(StartUpRefused.class)
        .hasMessageMatching(
            "The database has schema version 999, this build knows up to \\w+; start a newer Patchbay\\.");
  }

  @Test
  void printsOneSentenceInsteadOfAStackTrace() {
    var out = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      var failure = new IllegalStateException("bean", new StartUpRefused("The moon is down."));

      assertThat(new StartUpReporter(null).reportException(failure)).isTrue();
      assertThat(new StartUpReporter(null).reportException(new IllegalStateException())).isFalse();
    } finally {
      System.setErr(before);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("Patchbay does not start: The moon is down." + System.lineSeparator());
  }

  private static void check(String url, String password) {
    DatabaseCheck.requireReachable(new DatabaseAddress(url, "patchbay", password));
  }

  private static Flyway flyway(TestDatabase database, String... locations) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations(locations)
        .load();
  }
}
