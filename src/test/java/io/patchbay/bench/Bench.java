package io.patchbay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures what a webhook costs, next to nginx as a plain reverse proxy: requests a second,
 * latency, and CPU per request of the server and its embedded database. Needs Linux, nginx and wrk;
 * builds nothing and depends on nothing, so it runs from its source: {@code java
 * src/test/java/io/patchbay/bench/Bench.java ./run}. What follows the file is the command that
 * starts the server.
 */
public final class Bench {

  private static final int SERVER = 18080;
  private static final int UPSTREAM = 18081;
  private static final int PROXY = 18082;
  private static final int SECONDS = Integer.getInteger("bench.seconds", 15);
  private static final String PASSWORD = "a password for the bench";
  private static final String BODY =
      "{\"id\":12,\"customer\":\"north\",\"lines\":[{\"sku\":\"a-1\",\"count\":2},{\"sku\":\"b-7\",\"count\":1}]}";

  private final Path home = Files.createTempDirectory("patchbay-bench");
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> processes = new ArrayList<>();

  private Bench() throws IOException {}

  public static void main(String[] command) throws Exception {
    var bench = new Bench();
    Runtime.getRuntime().addShutdownHook(new Thread(bench::stop));
    bench.run(List.of(command));
  }

  private void run(List<String> command) throws Exception {
    var upstream =
        nginx(
            "upstream",
            UPSTREAM,
            "default_type application/json; return 200 '%s';".formatted(BODY.replace("12", "13")));
    var proxy =
        nginx(
            "proxy",
            PROXY,
            "proxy_pass http://up; proxy_http_version 1.1; proxy_set_header Connection '';");
    var server = server(command);
    setUp();

    System.out.printf(
        Locale.ROOT,
        "%-46s %9s %8s %8s %9s %9s%n",
        "",
        "req/s",
        "p50 ms",
        "p99 ms",
        "CPU ms",
        "of it DB");
    warmUp();
    measure("nginx as reverse proxy", PROXY, "/", 64, List.of(proxy), List.of());
    for (String flow :
        List.of("call-none", "call-all", "transform-none", "transform-all", "three-all")) {
      measure("webhook " + flow, SERVER, "/hooks/bench/" + flow, 64, List.of(server), database());
    }
    measure("nginx as reverse proxy, 1 connection", PROXY, "/", 1, List.of(proxy), List.of());
    measure(
        "webhook call-all, 1 connection",
        SERVER,
        "/hooks/bench/call-all",
        1,
        List.of(server),
        database());
    measure("upstream alone, 1 connection", UPSTREAM, "/", 1, List.of(upstream), List.of());
  }

  private void warmUp() throws Exception {
    for (String flow :
        List.of(
            "call-all", "call-none", "transform-all", "transform-none", "three-all", "call-all")) {
      wrk(SERVER, "/hooks/bench/" + flow, 64, SECONDS);
    }
  }

  private void measure(
      String what, int port, String path, int connections, List<Long> server, List<Long> database)
      throws Exception {
    double serverBefore = cpuSeconds(server);
    double databaseBefore = cpuSeconds(database);
    String report = wrk(port, path, connections, SECONDS);
    settle(server, database);
    double databaseUsed = cpuSeconds(database) - databaseBefore;
    double used = cpuSeconds(server) - serverBefore + databaseUsed;
    double requests = number(report, "(\\d+) requests in");
    System.out.printf(
        Locale.ROOT,
        "%-46s %9.0f %8.2f %8.2f %9.3f %9.3f%s%n",
        what,
        requests / SECONDS,
        millis(report, "50%"),
        millis(report, "99%"),
        used * 1_000 / requests,
        databaseUsed * 1_000 / requests,
        report.contains("Non-2xx") || report.contains("Socket errors")
            ? "  ERRORS\n" + report
            : "");
  }

  /** Waits until nothing works any more: what is still to be written belongs to the requests. */
  private static void settle(List<Long> server, List<Long> database) throws Exception {
    double before = -1;
    double now = cpuSeconds(server) + cpuSeconds(database);
    while (now - before > 0.05) {
      Thread.sleep(1_000);
      before = now;
      now = cpuSeconds(server) + cpuSeconds(database);
    }
  }

  private String wrk(int port, String path, int connections, int seconds) throws Exception {
    var script = home.resolve("post.lua");
    Files.writeString(
        script,
        "wrk.method='POST'\nwrk.headers['Content-Type']='application/json'\nwrk.body='%s'\n"
            .formatted(BODY));
    return output(
        List.of(
            "wrk",
            "-t1",
            "-c" + connections,
            "-d" + seconds + "s",
            "--latency",
            "--timeout",
            "10s",
            "-s",
            script.toString(),
            "http://127.0.0.1:" + port + path));
  }

  private long nginx(String name, int port, String location) throws Exception {
    var folder = Files.createDirectories(home.resolve(name));
    var configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        """
        daemon off; master_process off; pid %1$s/pid; error_log %1$s/error.log;
        events { worker_connections 4096; }
        http {
          access_log off; keepalive_requests 100000000; client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
          upstream up { server 127.0.0.1:%2$d; keepalive 128; keepalive_requests 100000000; }
          server { listen 127.0.0.1:%3$d backlog=1024; location / { %4$s } }
        }
        """
            .formatted(folder, UPSTREAM, port, location));
    return start(List.of("nginx", "-c", configuration.toString()), Map.of(), name).pid();
  }

  private long server(List<String> command) throws Exception {
    var process =
        start(
            command,
            Map.of(
                "PATCHBAY_PORT",
                String.valueOf(SERVER),
                "PATCHBAY_DATA_DIR",
                home.resolve("data").toString(),
                "PATCHBAY_ADMIN_EMAIL",
                "admin@example.org",
                "PATCHBAY_ADMIN_PASSWORD",
                PASSWORD,
                "PATCHBAY_EGRESS_ALLOW",
                "127.0.0.1:" + UPSTREAM),
            "server");
    for (int i = 0; i < 600 && !isUp(); i++) {
      if (!process.isAlive()) {
        throw new IllegalStateException(Files.readString(home.resolve("server.log")));
      }
      Thread.sleep(500);
    }
    return process.pid();
  }

  private boolean isUp() {
    try {
      return send("GET", "/health", "", "").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private void setUp() throws Exception {
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("admin@example.org:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    String answer = ok("POST", "/api/v1/tokens", basic, "{\"name\":\"bench\"}");
    var token = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"").matcher(answer);
    if (!token.find()) {
      throw new IllegalStateException(answer);
    }
    String bearer = "Bearer " + token.group(1);
    ok("POST", "/api/v1/workspaces", bearer, "{\"slug\":\"bench\",\"name\":\"Bench\"}");
    ok(
        "PUT",
        "/api/v1/workspaces/bench/apis/shop",
        bearer,
        """
        {"format":"patchbay/api@1","name":"Shop","baseUrl":"http://127.0.0.1:%d","methods":[
          {"name":"putOrder","verb":"POST","path":"/orders/{id}",
           "parameters":[{"name":"id","in":"path"}],"body":{"contentType":"application/json"}}]}
        """
            .formatted(UPSTREAM));
    for (String recording : List.of("all", "none")) {
      flow(bearer, "call-" + recording, recording, CALL, "\"one\"");
      flow(bearer, "transform-" + recording, recording, TRANSFORM, "\"one\"");
      flow(bearer, "three-" + recording, recording, THREE, "\"make\",\"one\",\"two\"");
    }
  }

  private static final String CALL_STEP =
      """
      {"id":"%s","kind":"call","api":"shop","method":"putOrder",
       "inputs":{"id":"{{ trigger.body.id }}"},"body":"{{ trigger.body }}"}
      """;
  private static final String CALL = CALL_STEP.formatted("one");
  private static final String TRANSFORM =
      """
      {"id":"one","kind":"transform","value":{"id":"{{ trigger.body.id }}","customer":"{{ trigger.body.customer }}",
       "count":"{{ $sum(trigger.body.lines.count) }}"}}
      """;
  private static final String THREE =
      "{\"id\":\"make\",\"kind\":\"transform\",\"value\":{\"id\":\"{{ trigger.body.id }}\"}},"
          + CALL_STEP.formatted("one")
          + ","
          + CALL_STEP.formatted("two")
          + ","
          + CALL_STEP.formatted("three");

  private void flow(String bearer, String slug, String recording, String steps, String ids)
      throws Exception {
    var links = new StringBuilder();
    String before = "hook";
    String last = slug.startsWith("three") ? "three" : "one";
    for (String id :
        (ids + (last.equals("one") ? "" : ",\"three\"")).replace("\"", "").split(",")) {
      links.append("{\"from\":\"%s\",\"to\":\"%s\"},".formatted(before, id));
      before = id;
    }
    ok(
        "PUT",
        "/api/v1/workspaces/bench/flows/" + slug,
        bearer,
        """
        {"format":"patchbay/flow@1","name":"%1$s","settings":{"recording":"%2$s"},
         "triggers":[{"id":"hook","kind":"webhook","path":"%1$s"}],
         "steps":[%3$s,{"id":"reply","kind":"respond","body":{"id":"{{ steps.%5$s.body.id }}"}}],
         "links":[%4$s{"from":"%5$s","to":"reply"}]}
        """
            .formatted(slug, recording, steps, links, last));
    ok("POST", "/api/v1/workspaces/bench/flows/" + slug + "/publish", bearer, "{}");
  }

  private String ok(String verb, String path, String authorization, String body)
      throws IOException {
    var response = send(verb, path, authorization, body);
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          verb + " " + path + ": " + response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  private HttpResponse<String> send(String verb, String path, String authorization, String body)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER + path))
            .method(verb, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** The main process of the embedded database. */
  private List<Long> database() throws IOException {
    try (var files = Files.walk(home.resolve("data"), FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> file.endsWith("postmaster.pid"))
          .map(Bench::firstLine)
          .map(Long::valueOf)
          .toList();
    }
  }

  private static String firstLine(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().orElseThrow().strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** User and system time of the processes, their children, and the children that are no more. */
  private static double cpuSeconds(List<Long> pids) {
    long ticks = 0;
    for (long pid : pids) {
      ticks += ticks(pid, true);
      ticks +=
          ProcessHandle.of(pid).stream()
              .flatMap(ProcessHandle::descendants)
              .mapToLong(child -> ticks(child.pid(), true))
              .sum();
    }
    return ticks / 100.0;
  }

  private static long ticks(long pid, boolean withDeadChildren) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Stream.of(fields)
          .skip(11)
          .limit(withDeadChildren ? 4 : 2)
          .mapToLong(Long::parseLong)
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  private Process start(List<String> command, Map<String, String> environment, String name)
      throws IOException {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve(name + ".log").toFile());
    builder.environment().putAll(environment);
    var process = builder.start();
    processes.add(process);
    return process;
  }

  private static String output(List<String> command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private static double number(String text, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException(text);
    }
    return Double.parseDouble(matcher.group(1));
  }

  private static double millis(String report, String percentile) {
    var matcher =
        Pattern.compile(Pattern.quote(percentile) + "\\s+([\\d.]+)(us|ms|s)").matcher(report);
    if (!matcher.find()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(matcher.group(1));
    return switch (matcher.group(2)) {
      case "us" -> value / 1_000;
      case "s" -> value * 1_000;
      default -> value;
    };
  }

  private void stop() {
    processes.reversed().forEach(Process::destroy);
    for (var process : processes) {
      try {
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
      }
    }
    System.out.println("Logs and data: " + home);
  }
}
