package io.patchbay.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server as people run it: {@code java -jar} in a process of its own, which tests may kill. */
public final class ServerProcess implements AutoCloseable {

  public static final String ADMIN = "admin@example.com";
  public static final String PASSWORD = "correct horse battery";

  private final Process process;
  private final int port;
  private final Path log;

  private ServerProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** A port that nobody uses at the moment. */
  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /**
   * Starts the jar of this build and waits until it answers.
   *
   * @param folder holds the data and the log; give it again to start on the same data
   */
  public static ServerProcess start(Path folder, int port, Map<String, String> environment)
      throws Exception {
    Path jar = Path.of(System.getProperty("patchbay.jar", "target/patchbay.jar")).toAbsolutePath();
    if (!Files.exists(jar)) {
      throw new IllegalStateException("There is no " + jar + "; run 'mvn package' first.");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString()));
    Path log = folder.resolve("server.log");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PATCHBAY_"));
    builder.environment().put("PATCHBAY_PORT", String.valueOf(port));
    builder.environment().put("PATCHBAY_DATA_DIR", folder.resolve("data").toString());
    builder.environment().put("PATCHBAY_ADMIN_EMAIL", ADMIN);
    builder.environment().put("PATCHBAY_ADMIN_PASSWORD", PASSWORD);
    builder.environment().putAll(environment);
    var server = new ServerProcess(builder.start(), port, log);
    server.awaitReady();
    return server;
  }

  public String url(String path) {
    return "http://localhost:" + port + path;
  }

  public int port() {
    return port;
  }

  public String log() throws IOException {
    return Files.readString(log);
  }

  /** SIGKILL: no shutdown hook runs. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  /** SIGTERM, and the exit code. */
  public int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The server did not stop within a minute.");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        stop();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws Exception {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(url("/health"))).timeout(Duration.ofSeconds(2)).build();
      while (System.nanoTime() < deadline) {
        if (!process.isAlive()) {
          throw new IllegalStateException("The server ended:\n" + log());
        }
        try {
          if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          Thread.sleep(100);
        }
      }
    }
    close();
    throw new IllegalStateException("The server was not ready within two minutes:\n" + log());
  }
}
