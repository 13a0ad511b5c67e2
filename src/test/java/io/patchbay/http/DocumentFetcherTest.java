package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.InvalidException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFetcherTest {

  private final MockWebServer server = new MockWebServer();
  private final HttpClients clients =
      new HttpClients(
          EgressPolicy.of("127.0.0.1:*"),
          TrustedAuthorities.of(""),
          HttpClients.Limits.DEFAULTS,
          InstantSource.system());
  private final DocumentFetcher fetcher = new DocumentFetcher(clients, ServerProxy.NONE);

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.destroy();
    clients.close();
    server.close();
  }

  @Test
  void readsWhatIsThereAndSendsNoCredentials() throws InterruptedException {
    server.enqueue(
        new MockResponse.Builder()
            .code(200)
            .addHeader("Content-Type", "application/yaml")
            .addHeader("ETag", "\"1\"")
            .body("openapi: 3.1.0")
            .build());

    var document = fetcher.fetch(url("/a b.yaml?key=1#top"));

    assertThat(text(document)).isEqualTo("openapi: 3.1.0");
    assertThat(document.contentType()).isEqualTo("application/yaml");
    assertThat(document.etag()).isEqualTo("\"1\"");
    var request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/a%20b.yaml?key=1");
    assertThat(request.getHeaders().get("Authorization")).isNull();
    assertThat(request.getHeaders().get("Cookie")).isNull();
  }

  @Test
  void unpacksAndAsksForChangesOnly() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(200)
            .addHeader("Content-Encoding", "gzip")
            .body(packed("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
            .build());
    server.enqueue(new MockResponse.Builder().code(304).build());

    assertThat(text(fetcher.fetch(url("/")))).isEqualTo("{\"a\":1}");
    assertThat(fetcher.fetch(url("/"), "\"7\"", Duration.ofSeconds(5)).unchanged()).isTrue();
    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().get("If-None-Match")).isEqualTo("\"7\"");
  }

  @Test
  void followsRedirectsThroughTheGuard() {
    server.enqueue(redirect("/new.yaml"));
    server.enqueue(new MockResponse.Builder().code(200).body("x").build());
    server.enqueue(redirect("http://10.255.255.1/"));

    assertThat(fetcher.fetch(url("/old.yaml")).url()).isEqualTo(url("/new.yaml"));
    refused(url("/"), "The egress guard refused 10.255.255.1:80");
  }

  @Test
  void stopsAtTheFifthRedirect() {
    for (int i = 0; i < 7; i++) {
      server.enqueue(redirect("/again"));
    }

    refused(url("/again"), "redirected more than 5 times");
  }

  @ParameterizedTest
  @ValueSource(strings = {"169.254.169.254", "10.0.0.1", "[::1]", "localhost", "0177.0.0.1"})
  void refusesAddressesThatTheGuardRefuses(String host) {
    assertThatThrownBy(() -> fetcher.fetch("http://" + host + "/openapi.json"))
        .isInstanceOf(InvalidException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://a.example/x", "openapi.json", "", "http://"})
  void refusesWhatIsNoAddressOfADocument(String url) {
    refused(url, "This is no address of a document");
  }

  @Test
  void refusesPasswordsInAddressesWithoutRepeatingThem() {
    assertThatThrownBy(() -> fetcher.fetch("https://me:geheim@a.example/x"))
        .hasMessageContaining("Leave user and password out")
        .hasMessageNotContaining("geheim");
    assertThatThrownBy(() -> fetcher.fetch("https://me:ge:he@im@a.example/x"))
        .hasMessageContaining("Leave user and password out")
        .hasMessageNotContaining("im@");
  }

  @Test
  void saysWhatTheServerAnswered() {
    server.enqueue(new MockResponse.Builder().code(404).build());
    server.enqueue(new MockResponse.Builder().code(401).build());

    refused(url("/none?token=abc"), "/none answered 404; check the address");
    refused(url("/locked"), "it wants a sign-in");
  }

  @Test
  void takesNoMoreThanTheLimit() throws IOException {
    server.enqueue(
        new MockResponse.Builder()
            .code(200)
            .chunkedBody(new Buffer().write(new byte[DocumentFetcher.MAX_BYTES + 1]), 65_536)
            .build());
    server.enqueue(
        new MockResponse.Builder()
            .code(200)
            .addHeader("Content-Encoding", "gzip")
            .body(packed(new byte[DocumentFetcher.MAX_BYTES + 1]))
            .build());

    refused(url("/large"), "was not read");
    refused(url("/bomb"), "was not read");
  }

  @Test
  void endsWhenItsTimeIsOver() {
    server.enqueue(
        new MockResponse.Builder()
            .code(200)
            .body("x".repeat(1000))
            .throttleBody(10, 200, TimeUnit.MILLISECONDS)
            .build());
    var start = System.nanoTime();

    assertThatThrownBy(() -> fetcher.fetch(url("/slow"), null, Duration.ofSeconds(1)))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("took longer");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  private void refused(String url, String message) {
    assertThatThrownBy(() -> fetcher.fetch(url))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining(message);
  }

  private static MockResponse redirect(String location) {
    return new MockResponse.Builder().code(302).addHeader("Location", location).build();
  }

  private static Buffer packed(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return new Buffer().write(packed.toByteArray());
  }

  private static String text(FetchedDocument document) {
    return new String(document.content(), StandardCharsets.UTF_8);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getPort() + path;
  }
}
