package io.patchbay.boot;

import io.patchbay.common.StartUpRefused;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** Says in words why the database cannot be used, before the pool hides it behind a time-out. */
final class DatabaseCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private DatabaseCheck() {}

  static void requireReachable(DatabaseAddress address) {
    var start = System.nanoTime();
    while (true) {
      try {
        connect(address);
        return;
      } catch (SQLException e) {
        var isStarting = "57P03".equals(e.getSQLState());
        if (!isStarting || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new StartUpRefused(sentence(address, e), e);
        }
        pause();
      }
    }
  }

  static void requireKnownSchema(MigrationInfoService info) {
    var unknown =
        Arrays.stream(info.applied())
            .filter(m -> m.getState() == MigrationState.FUTURE_SUCCESS)
            .map(MigrationInfo::getVersion)
            .filter(Objects::nonNull)
            .max(MigrationVersion::compareTo);
    if (unknown.isEmpty()) {
      return;
    }
    var known =
        Arrays.stream(info.all())
            .filter(m -> m.getState().isResolved() && m.getVersion() != null)
            .map(MigrationInfo::getVersion)
            .max(MigrationVersion::compareTo);
    throw new StartUpRefused(
        "The database has schema version %s, this build knows up to %s; start a newer Patchbay."
            .formatted(unknown.get(), known.map(MigrationVersion::toString).orElse("none")));
  }

  private static void connect(DatabaseAddress address) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "8");
    DriverManager.getConnection(address.jdbcUrl(), properties).close();
  }

  private static String sentence(DatabaseAddress address, SQLException e) {
    var state = String.valueOf(e.getSQLState());
    return switch (state) {
      case "28P01", "28000" ->
          "The database at %s refuses the sign-in of '%s'; check PATCHBAY_DATABASE_USER and PATCHBAY_DATABASE_PASSWORD."
              .formatted(address.display(), address.user());
      case "3D000" ->
          "The database server answers, but has no database '%s'; create it or correct PATCHBAY_DATABASE_URL."
              .formatted(address.display().replaceFirst(".*/", ""));
      default ->
          "No database can be reached at %s (%s); check PATCHBAY_DATABASE_URL and that the server runs."
              .formatted(address.display(), oneLine(e));
    };
  }

  private static String oneLine(SQLException e) {
    var cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").replaceFirst("\\.$", "");
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartUpRefused("Interrupted while waiting for the database.", e);
    }
  }
}
