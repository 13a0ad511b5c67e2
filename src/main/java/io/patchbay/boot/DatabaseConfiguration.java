package io.patchbay.boot;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gives the pool its database: the server that the operator named, or the embedded one. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  Settings settings(Environment environment) {
    return Settings.from(environment);
  }

  /** The pool depends on it through the connection details, so it closes after the pool. */
  @Bean
  @ConditionalOnExpression("'${patchbay.database-url:}'.isBlank()")
  EmbeddedPostgres embeddedPostgres(Settings settings) {
    var folder = settings.dataDir().resolve("postgres");
    return EmbeddedPostgres.start(folder, folder, Map.of());
  }

  @Bean
  JdbcConnectionDetails connectionDetails(
      Settings settings, ObjectProvider<EmbeddedPostgres> embedded) {
    var address = settings.database().orElseGet(() -> address(embedded.getObject()));
    DatabaseCheck.requireReachable(address);
    return new Details(address);
  }

  @Bean
  FlywayMigrationStrategy refusesNewerSchema() {
    return flyway -> {
      DatabaseCheck.requireKnownSchema(flyway.info());
      flyway.migrate();
    };
  }

  private static DatabaseAddress address(EmbeddedPostgres postgres) {
    return new DatabaseAddress(
        postgres.jdbcUrl("postgres"), EmbeddedPostgres.USER, postgres.password());
  }

  private record Details(DatabaseAddress address) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
      return address.user();
    }

    @Override
    public String getPassword() {
      return address.password();
    }

    @Override
    public String getJdbcUrl() {
      return address.jdbcUrl();
    }
  }
}
