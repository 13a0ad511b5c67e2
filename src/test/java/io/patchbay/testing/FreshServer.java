package io.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points a test's server to a fresh database and an empty data directory. */
public class FreshServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var database = TestDatabase.fresh();
    // Last but one in line: a test's own properties win.
    context
        .getEnvironment()
        .getPropertySources()
        .addBefore(
            "systemProperties",
            new MapPropertySource(
                "fresh server",
                Map.of(
                    "patchbay.data-dir", dataDirectory().toString(),
                    "patchbay.database-url", database.jdbcUrl(),
                    "patchbay.database-user", database.user(),
                    "patchbay.database-password", database.password(),
                    "patchbay.public-url", "http://localhost:8080",
                    "vaadin.productionMode", "true")));
  }

  private static Path dataDirectory() {
    try {
      var parent = Files.createDirectories(Path.of("target", "test-data").toAbsolutePath());
      return Files.createTempDirectory(parent, "server-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
