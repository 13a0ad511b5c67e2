package io.patchbay.boot;

import io.patchbay.common.StartUpRefused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Refuses to start, before anything was touched, when the machine or the settings do not fit. */
public class StartUpChecks
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    var settings = Settings.from(environment);
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("patchbay", settings.properties()));
    requireFreePort(settings.port());
    requireDataDirectory(settings.dataDir());
  }

  static void requireFreePort(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      var denied = port < 1024 && String.valueOf(e.getMessage()).contains("denied");
      throw new StartUpRefused(
          denied
              ? "Port %d needs special rights on this machine; choose one above 1023 with PATCHBAY_PORT."
                  .formatted(port)
              : "Port %d is already in use; stop the program that uses it or choose another with PATCHBAY_PORT."
                  .formatted(port),
          e);
    }
  }

  static void requireDataDirectory(Path dataDir) {
    try {
      PrivateFiles.createDirectory(dataDir);
      Files.delete(Files.createTempFile(dataDir, ".write", ".test"));
    } catch (IOException e) {
      throw new StartUpRefused(
          "The data directory %s cannot be written; give this user the right to or choose another with PATCHBAY_DATA_DIR."
              .formatted(dataDir),
          e);
    }
  }
}
