package io.patchbay.boot;

import io.patchbay.common.StartUpRefused;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** What the operator decided, read once; other packages read the same {@code patchbay.*} names. */
record Settings(
    int port,
    Path dataDir,
    String publicUrl,
    boolean behindProxy,
    Optional<DatabaseAddress> database) {

  static Settings from(Environment environment) {
    var port = port(text(environment, "patchbay.port").orElse("8080"));
    var publicUrl = text(environment, "patchbay.public-url").map(Settings::publicUrl);
    return new Settings(
        port,
        Path.of(text(environment, "patchbay.data-dir").orElse("data")).toAbsolutePath().normalize(),
        publicUrl.orElse("http://localhost:" + port),
        publicUrl.isPresent(),
        text(environment, "patchbay.database-url")
            .map(url ->
                DatabaseAddress.parse(
                    url,
                    environment.getProperty("patchbay.database-user"),
                    environment.getProperty("patchbay.database-password"))));
  }

  /** The settings as every package shall see them: complete, absolute, without a trailing slash. */
  Map<String, Object> properties() {
    var properties = new HashMap<String, Object>();
    properties.put("patchbay.port", port);
    properties.put("patchbay.data-dir", dataDir.toString());
    properties.put("patchbay.public-url", publicUrl);
    properties.put("server.port", port);
    if (behindProxy) {
      properties.put("server.forward-headers-strategy", "native");
    }
    if (publicUrl.startsWith("https:")) {
      properties.put("server.servlet.session.cookie.secure", true);
    }
    return properties;
  }

  private static int port(String text) {
    try {
      var port = Integer.parseInt(text);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new StartUpRefused(
        "PATCHBAY_PORT is '" + text + "': it has to be a number from 1 to 65535.");
  }

  private static String publicUrl(String text) {
    if (!text.matches("https?://[^/?#@\\s]+/*")) {
      throw new StartUpRefused(
          "PATCHBAY_PUBLIC_URL is '"
              + text
              + "': it has to be http(s)://host or http(s)://host:port, without a path.");
    }
    return text.replaceFirst("/+$", "");
  }

  private static Optional<String> text(Environment environment, String name) {
    return Optional.ofNullable(environment.getProperty(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
