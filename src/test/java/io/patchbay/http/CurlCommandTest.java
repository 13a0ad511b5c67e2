package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands, run by a real bash and curl: they send what Patchbay sent. */
class CurlCommandTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final String ODD =
      "it's \"odd\" $HOME `id` \\n \\ !x %s @y\ttab\r\nnext\u0001 ü € 🙂 'end'";

  @TempDir Path folder;

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
    house.credential("key", "{kind: bearer, token: canary-4711}");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    house.close();
  }

  @Test
  void repeatsAGetWithItsSecretAsAVariable() throws Exception {
    var command =
        compare(
            "{verb: GET, path: '/a b/[x]?y=1', parameters: [{name: q}, {name: X-Odd, in: header}]}",
            null,
            Map.of("q", "it's a&b=ü", "X-Odd", "it's \"$HOME\" `id` \\ !x"));

    assertThat(command)
        .startsWith("curl 'http://127.0.0.1:")
        .contains("-H 'Authorization: Bearer '\"$TOKEN\"")
        .doesNotContain("canary");
  }

  @Test
  void repeatsOddBodies() throws Exception {
    compare("{verb: POST, body: {}}", Map.of("text", ODD, "n", List.of(1, "x")), Map.of());
    compare("{verb: PUT, body: {contentType: text/plain}}", ODD, Map.of());
    compare("{verb: PATCH, body: {contentType: text/plain}}", "@not a file", Map.of());
    compare("{verb: POST, body: {contentType: text/plain}}", "", Map.of());
    compare("{verb: POST, body: {contentType: application/xml}}", "<a>\n  <b/>\n</a>\n", Map.of());
    compare(
        "{verb: POST, body: {contentType: application/x-www-form-urlencoded}}",
        Map.of("a b", "c&d='e'"),
        Map.of());
    compare("{verb: DELETE}", null, Map.of());
  }

  @Test
  void repeatsBytes() throws Exception {
    var bytes = new byte[] {0, 1, 2, (byte) 0xff, '\n', '\''};

    var command =
        compare(
            "{verb: POST, body: {contentType: image/png}}",
            Base64.getEncoder().encodeToString(bytes),
            Map.of());

    assertThat(command).startsWith("base64 -d <<< ");
  }

  @Test
  void repeatsParts() throws Exception {
    var bytes = new byte[] {0, 1, 2, (byte) 0xff, '\n', '\''};
    Files.write(folder.resolve("it's; a \"scan\",.pdf"), bytes);
    var values = new LinkedHashMap<String, Object>();
    values.put("odd", "@x;type=a/b,'\"\\ " + ODD);
    values.put("json", Map.of("a;b", "c\",d"));
    values.put(
        "file",
        Map.of(
            "filename",
            "it's; a \"scan\",.pdf",
            "contentType",
            "application/pdf",
            "base64",
            Base64.getEncoder().encodeToString(bytes)));

    var command =
        compare("{verb: POST, body: {contentType: multipart/form-data}}", values, Map.of());

    assertThat(command).startsWith("# The file it's; a \"scan\",.pdf is not kept");
  }

  @Test
  void saysWhatItCannotRepeat() throws Exception {
    server.enqueue(new MockResponse.Builder().build());

    var response =
        ask("{verb: POST, body: {contentType: text/plain}}", "x".repeat(70_000), Map.of());

    assertThat(CurlCommand.of(response.request()))
        .startsWith("# The body had 70,000 bytes; only its start is kept.\n");
  }

  @Test
  void namesSecretsByTheirPlace() {
    var mask = SentRequest.MASK;
    var sent =
        new SentRequest(
            "GET",
            "https://a.example/x?api_key=" + mask + "&b=" + mask + "&c=1",
            List.of(
                new SentRequest.Header("X-Api-Key", mask, "credential"),
                new SentRequest.Header("Cookie", mask, "input"),
                new SentRequest.Header("X-None", "", "input")),
            null);

    assertThat(CurlCommand.of(sent))
        .isEqualTo(
            """
            curl 'https://a.example/x?api_key='"$API_KEY"'&b='"$B"'&c=1' \\
              -H 'X-Api-Key: '"$X_API_KEY" \\
              -H 'Cookie: '"$COOKIE" \\
              -H 'X-None;'\
            """);
  }

  /** Calls, runs the command, and compares what arrived. */
  private String compare(String method, @Nullable Object body, Map<String, Object> inputs)
      throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    server.enqueue(new MockResponse.Builder().build());
    var response = ask(method, body, inputs);
    assertThat(response.failure()).isNull();
    var sent = server.takeRequest();
    var command = CurlCommand.of(response.request());

    run(command);

    var repeated = server.takeRequest();
    assertThat(repeated.getMethod()).isEqualTo(sent.getMethod());
    assertThat(repeated.getTarget()).isEqualTo(sent.getTarget());
    for (var name : List.of("Authorization", "X-Odd", "Accept", "User-Agent")) {
      assertThat(repeated.getHeaders().get(name)).as(name).isEqualTo(sent.getHeaders().get(name));
    }
    if (parts(sent) == null) {
      assertThat(repeated.getHeaders().get("Content-Type"))
          .isEqualTo(sent.getHeaders().get("Content-Type"));
      assertThat(repeated.getBody()).as(command).isEqualTo(sent.getBody());
    } else {
      assertThat(parts(repeated)).as(command).isEqualTo(parts(sent));
    }
    return command;
  }

  /** The body with one boundary like another. */
  private static @Nullable String parts(RecordedRequest request) {
    var type = String.valueOf(request.getHeaders().get("Content-Type"));
    var at = type.indexOf("boundary=");
    return at < 0
        ? null
        : request
            .getBody()
            .string(StandardCharsets.ISO_8859_1)
            .replace(type.substring(at + 9), "B");
  }

  private ApiResponse ask(String method, @Nullable Object body, Map<String, Object> inputs) {
    var api =
        CallFixture.api(
            """
            name: Api
            baseUrl: http://127.0.0.1:%d/v1
            auth: {kind: bearer, credential: key}
            methods: [{name: m, %s]
            """
                .formatted(server.getPort(), method.substring(1)));
    var asking = house.ask(api, "m");
    inputs.forEach(asking::with);
    return (body == null ? asking : asking.body(body)).call();
  }

  private void run(String command) throws Exception {
    var builder =
        new ProcessBuilder("bash", "-c", command.replace("curl ", "curl -sS --noproxy '*' "));
    builder.environment().put("TOKEN", "canary-4711");
    builder.redirectErrorStream(true).directory(folder.toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      assumeTrue(false, "There is no bash on this machine");
      return;
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var status = process.waitFor();
    assumeTrue(status != 127, "There is no curl on this machine");
    assertThat(status).as(command + "\n" + output).isZero();
  }
}
