package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Json;
import io.patchbay.credential.Origin;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls signed for AWS, as they arrive. */
class AwsCallTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final String SECRET = "canary/aws+secret-of-the-shop";
  private static final String SESSION = "canary-session-token==";

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer server = new MockWebServer();
  private final MockWebServer elsewhere = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
    elsewhere.start();
    house.credential(
        "key",
        "{kind: awsSigV4, accessKeyId: AKIDEXAMPLE, secretAccessKey: %s, sessionToken: %s}"
            .formatted(SECRET, SESSION));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    elsewhere.close();
    house.close();
  }

  @Test
  void whatArrivesIsWhatWasSigned() throws Exception {
    server.enqueue(new MockResponse.Builder().build());

    var response =
        house
            .ask(api("region: eu-west-1, service: s3"), "put")
            .with("key", "a b/ü.txt")
            .with("tag", "x y")
            .body(Map.of("a", 1))
            .call();

    assertThat(response.succeeded()).isTrue();
    var request = server.takeRequest();
    assertThat(request.getHeaders().get("X-Amz-Content-Sha256"))
        .isEqualTo(Digests.sha256Hex("{\"a\":1}"));
    assertThat(request.getHeaders().get("X-Amz-Security-Token")).isEqualTo(SESSION);
    assertSigned(request, "{\"a\":1}");
    assertThat(Json.write(response)).doesNotContain("canary").contains("AWS4-HMAC-SHA256 ••••••");
  }

  @Test
  void aRetryAndARedirectAreSignedAnew() throws Exception {
    server.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", "1").build());
    server.enqueue(redirect("/moved?b=2&a=1"));
    server.enqueue(new MockResponse.Builder().build());

    house.ask(api("region: eu-west-1, service: execute-api"), "get").call();

    var first = server.takeRequest();
    var second = server.takeRequest();
    var third = server.takeRequest();
    assertThat(second.getHeaders().get("X-Amz-Date"))
        .isNotEqualTo(first.getHeaders().get("X-Amz-Date"));
    assertThat(third.getTarget()).isEqualTo("/moved?b=2&a=1");
    assertSigned(first, null);
    assertSigned(second, null);
    assertSigned(third, null);
  }

  @Test
  void anotherOriginGetsNoSignature() throws Exception {
    server.enqueue(redirect(elsewhere.url("/x").toString()));
    elsewhere.enqueue(new MockResponse.Builder().build());

    house.ask(api("region: eu-west-1, service: execute-api"), "get").call();

    assertThat(elsewhere.takeRequest().getHeaders().toString())
        .doesNotContain("AKID")
        .doesNotContain("canary")
        .doesNotContainIgnoringCase("x-amz");
  }

  @Test
  void saysWhenTheHostDoesNotTellRegionAndService() {
    var response = house.ask(api("region: eu-west-1"), "get").call();

    assertThat(response.failure().detail()).contains("does not tell region and service");
    assertThat(server.getRequestCount()).isZero();
  }

  /** Signs what arrived once more, with the headers that it says are signed. */
  private static void assertSigned(RecordedRequest request, String body) {
    var authorization = request.getHeaders().get("Authorization");
    var lines = HeaderLines.NONE;
    for (var name : authorization.replaceAll(".*SignedHeaders=|,.*", "").split(";")) {
      if (!name.startsWith("x-amz-date") && !name.equals("host")) {
        lines = lines.with(HeaderLine.of(name, request.getHeaders().get(name), "input", false));
      }
    }
    var scope = authorization.replaceAll(".*Credential=AKIDEXAMPLE/|,.*", "").split("/");
    var outgoing =
        new Outgoing(
            request.getMethod(),
            Address.of(
                Origin.of("http://" + request.getHeaders().get("Host")), request.getTarget()),
            lines,
            body == null ? null : Body.of(body.getBytes(StandardCharsets.UTF_8), null));
    var signer = new AwsSigner("AKIDEXAMPLE", SECRET, SESSION, new AwsPlace(scope[1], scope[2]));
    var time =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .parse(request.getHeaders().get("X-Amz-Date"), Instant::from);

    var again = signer.sign(outgoing, time);

    assertThat(authorization).isEqualTo(again.headers().find("authorization").value());
  }

  private static MockResponse redirect(String location) {
    return new MockResponse.Builder().code(307).addHeader("Location", location).build();
  }

  private Api api(String place) {
    return CallFixture.api(
        """
        name: Store
        baseUrl: http://127.0.0.1:%d
        auth: {kind: awsSigV4, credential: key, %s}
        methods:
          - {name: get, path: /x}
          - {name: put, verb: PUT, path: "/bucket/{key}", parameters: [{in: path, name: key, required: true}, {in: query, name: tag}]}
        """
            .formatted(server.getPort(), place));
  }
}
