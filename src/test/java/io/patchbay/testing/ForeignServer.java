package io.patchbay.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A server that nobody here wrote, started with a configuration of the test on free ports of this
 * machine. In the configuration and the files {@code ${port}}, {@code ${port2}} to {@code ${port9}}
 * and {@code ${dir}} are filled in; {@code ${dir}} is a folder that holds the files.
 */
public final class ForeignServer implements AutoCloseable {

  private static final int PORTS = 9;

  private final Process process;
  private final Path folder;
  private final List<Integer> ports;

  private ForeignServer(Process process, Path folder, List<Integer> ports) {
    this.process = process;
    this.folder = folder;
    this.ports = ports;
  }

  /**
   * Starts nginx; the test is skipped where there is none.
   *
   * @param servers what stands inside of {@code http { … }}
   * @param files by name, put into {@code ${dir}}
   */
  public static ForeignServer nginx(String servers, Map<String, String> files) {
    var binary = require("/usr/sbin/nginx", "nginx");
    var config =
        """
        daemon off;
        worker_processes 1;
        pid ${dir}/nginx.pid;
        error_log ${dir}/error.log;
        user root;
        events { worker_connections 1024; }
        http {
          access_log off;
          client_body_temp_path ${dir}/body;
          proxy_temp_path ${dir}/proxy;
          fastcgi_temp_path ${dir}/fastcgi;
          uwsgi_temp_path ${dir}/uwsgi;
          scgi_temp_path ${dir}/scgi;
          %s
        }
        """
            .formatted(servers);
    return start(
        config, files, List.of(binary.toString(), "-p", "${dir}", "-c", "${dir}/server.conf"));
  }

  /**
   * Starts Apache httpd; the test is skipped where it or one of the modules is not there.
   *
   * @param config all but the modules, which are loaded first; {@code Listen} is for it to say
   * @param modules further modules by name, for example {@code auth_digest}
   * @param files by name, put into {@code ${dir}}
   */
  public static ForeignServer apache(
      String config, List<String> modules, Map<String, String> files) {
    var binary = require("/usr/sbin/apache2", "apache2");
    var text =
        new StringBuilder(
            """
            ServerRoot ${dir}
            PidFile ${dir}/apache.pid
            DefaultRuntimeDir ${dir}
            ErrorLog ${dir}/error.log
            ServerName localhost
            User www-data
            Group www-data
            """);
    var all = new ArrayList<>(List.of("mpm_event", "authz_core"));
    all.addAll(modules);
    for (var module : all) {
      var file = require("/usr/lib/apache2/modules/mod_" + module + ".so", module);
      text.append("LoadModule %s_module %s\n".formatted(module, file));
    }
    return start(
        text.append(config).toString(),
        files,
        List.of(binary.toString(), "-X", "-f", "${dir}/server.conf"));
  }

  /**
   * Starts a script of Node's that is given its port; the test is skipped where there is no Node or
   * none of the packages, which ./test installs.
   *
   * @param script below {@code src/test/resources}, from where Node finds the packages
   * @param pack the package that the script is about
   */
  public static ForeignServer node(String script, String pack) {
    var node =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "node"))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(node.isPresent(), "node is not installed");
    require("node_modules/" + pack, pack);
    return start(
        "", Map.of(), List.of(node.get().toString(), "src/test/resources/" + script, "${port}"));
  }

  private static Path require(String file, String name) {
    var path = Path.of(file);
    Assumptions.assumeTrue(
        Files.exists(path), name + " is not installed; .ci/run installs it on a build server");
    return path;
  }

  /** One of its ports: 1 is {@code ${port}}. */
  public int port(int number) {
    return ports.get(number - 1);
  }

  /** Its first port. */
  public int port() {
    return port(1);
  }

  /** What stands in a file of its folder, such as {@code error.log}; empty when it is not there. */
  public String file(String name) {
    try {
      var file = folder.resolve(name);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    TestFiles.delete(folder);
  }

  private static ForeignServer start(
      String config, Map<String, String> files, List<String> command) {
    try {
      var folder = Files.createTempDirectory("foreign");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      var ports = freePorts();
      Files.writeString(folder.resolve("server.conf"), fill(config, folder, ports));
      for (var file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), fill(file.getValue(), folder, ports));
      }
      var log = folder.resolve("output.log");
      var process =
          new ProcessBuilder(command.stream().map(word -> fill(word, folder, ports)).toList())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      var server = new ForeignServer(process, folder, ports);
      server.awaitFirstPort();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Integer> freePorts() throws IOException {
    var held = new ArrayList<ServerSocket>();
    try {
      for (int i = 0; i < PORTS; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (var socket : held) {
        socket.close();
      }
    }
  }

  private static String fill(String text, Path folder, List<Integer> ports) {
    var filled = text.replace("${dir}", folder.toString()).replace("${port}", ports.get(0) + "");
    for (int i = 1; i <= PORTS; i++) {
      filled = filled.replace("${port" + i + "}", ports.get(i - 1) + "");
    }
    return filled;
  }

  private void awaitFirstPort() {
    var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 1_000);
        return;
      } catch (IOException _) {
        if (!process.isAlive()) {
          break;
        }
        pause();
      }
    }
    var said = file("output.log") + file("error.log");
    close();
    throw new IllegalStateException("The foreign server did not start: " + said);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Removing folders. */
  private static final class TestFiles {

    static void delete(Path folder) {
      try (var all = Files.walk(folder)) {
        all.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException | UncheckedIOException _) {
        // what is left lies in the temporary folder
      }
    }
  }
}
