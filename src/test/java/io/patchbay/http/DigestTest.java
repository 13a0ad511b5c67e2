package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Json;
import io.patchbay.credential.Origin;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digest, RFC 7616: its own examples, and what happens on the wire. */
class DigestTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final String CANARY = "canary of \"life\"";

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer server = new MockWebServer();
  private final MockWebServer elsewhere = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
    elsewhere.start();
    house.credential(
        "key", "{kind: digest, username: Mufasa, password: %s}".formatted(Json.write(CANARY)));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    elsewhere.close();
    house.close();
  }

  /** RFC 7616, section 3.9.1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MD5 | 8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256 | 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
      })
  void answersAsTheExamplesOfTheRfc(String algorithm, String response) {
    var header =
        """
        Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=%s, \
        nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", \
        opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"\
        """
            .formatted(algorithm);
    var session =
        DigestSession.of(
            challenge(header),
            "Mufasa",
            "Circle of Life",
            "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");

    assertThat(session.authorization(get("/dir/index.html")))
        .isEqualTo(
            """
            Digest username="Mufasa", realm="http-auth@example.org", \
            nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", uri="/dir/index.html", \
            algorithm=%s, qop=auth, nc=00000001, \
            cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", response="%s", \
            opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"\
            """
                .formatted(algorithm, response));
  }

  /** RFC 2617, section 3.5, and RFC 2069, section 2.4 as erratum 749 corrects it. */
  @ParameterizedTest
  @CsvSource({
    "'qop=\"auth,auth-int\",', Circle Of Life, 6629fae49393a05397450978507c4ef1",
    "'', CircleOfLife, 1949323746fe6a43ef61f9606e7febea"
  })
  void answersAsTheExamplesOfTheOlderRfcs(String qop, String password, String response) {
    var header =
        "Digest realm=\"testrealm@host.com\", %s nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""
            .formatted(qop);
    var session = DigestSession.of(challenge(header), "Mufasa", password, "0a4f113b");

    assertThat(session.authorization(get("/dir/index.html")))
        .contains("response=\"" + response + "\"");
  }

  /** RFC 7616, section 3.9.2, with the hashes as erratum 4897 corrects them. */
  @Test
  void answersWithAHashedUserNameAsTheExampleOfTheRfc() {
    var header =
        """
        Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, \
        nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", \
        opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS", charset=UTF-8, userhash=true\
        """;
    var session =
        DigestSession.of(
            challenge(header),
            "Jäsøn Doe",
            "Secret, or not?",
            "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v");

    assertThat(session.authorization(get("/doe.json")))
        .contains("username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b\"")
        .contains("response=\"3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5\"")
        .endsWith(", userhash=true");
  }

  /** The value was computed apart from this code. */
  @Test
  void bindsTheBodyAndTheSessionWhereTheServerWantsIt() {
    var challenge =
        challenge("Digest realm=\"r\", nonce=\"n1\", algorithm=SHA-256-sess, qop=\"auth-int\"");
    var address = Address.of(Origin.of("http://www.example.org"), "/x?y=1");
    var body = Body.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8), null);
    var session = DigestSession.of(challenge, "Mufasa", "Circle of Life", "c1");

    assertThat(session.authorization(new Outgoing("PUT", address, HeaderLines.NONE, body)))
        .contains("qop=auth-int")
        .contains("a87fd8ab4d0bd525cf37e29373af1f8f845a0061f782f7f2428ec4c32a4b86e8");
  }

  @Test
  void takesTheStrongestOfSeveralChallenges() {
    var challenge =
        challenge(
            """
            Basic realm="a, b", Digest realm="r\\"1", nonce="n1", algorithm=MD5, qop="auth", \
            Negotiate abc==, Digest realm="r", nonce="n2", algorithm=SHA-256-sess, qop="auth-int", \
            Digest realm="r", nonce="n3", algorithm=SHA-1\
            """);

    assertThat(challenge.nonce()).isEqualTo("n2");
    assertThat(challenge.qop()).isEqualTo("auth-int");
    assertThat(challenge.algorithm().isSession()).isTrue();
  }

  @Test
  void aNonceServesManyCallsAndIsCounted() throws Exception {
    server.enqueue(challenged("nonce=\"n1\", qop=\"auth\""));
    server.enqueue(ok());
    server.enqueue(ok());

    var first = house.ask(api(), "post").body(Map.of("a", 1)).call();
    var second = house.ask(api(), "post").body(Map.of("a", 2)).call();

    assertThat(first.attempts()).extracting(Attempt::status).containsExactly(401, 200);
    assertThat(second.attempts()).hasSize(1);
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
    var answered = server.takeRequest();
    assertThat(answered.getBody().utf8()).isEqualTo("{\"a\":1}");
    assertThat(answered.getHeaders().get("Authorization")).contains("nc=00000001");
    assertThat(server.takeRequest().getHeaders().get("Authorization")).contains("nc=00000002");
    assertThat(Json.write(first)).doesNotContain("canary").contains("Digest ••••••");
  }

  @Test
  void goesOnWithTheNonceThatTheServerAnnounces() throws Exception {
    server.enqueue(challenged("nonce=\"n1\", qop=\"auth\""));
    server.enqueue(ok().newBuilder().addHeader("Authentication-Info", "nextnonce=\"n2\"").build());
    server.enqueue(ok());

    house.ask(api(), "get").call();
    house.ask(api(), "get").call();

    server.takeRequest();
    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().get("Authorization"))
        .contains("nonce=\"n2\"")
        .contains("nc=00000001");
  }

  @Test
  void aStaleNonceIsReplacedOnce() {
    server.enqueue(challenged("nonce=\"n1\", qop=\"auth\""));
    server.enqueue(challenged("nonce=\"n2\", qop=\"auth\", stale=true"));
    server.enqueue(challenged("nonce=\"n3\", qop=\"auth\", stale=true"));
    server.enqueue(ok());

    var response = house.ask(api(), "get").call();

    assertThat(response.status()).isEqualTo(401);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aWrongPasswordIsOneClearFailure() {
    server.enqueue(challenged("nonce=\"n1\", qop=\"auth\""));
    server.enqueue(challenged("nonce=\"n2\", qop=\"auth\""));

    var response = house.ask(api(), "get").call();

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.failure().detail()).contains("user name or password");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aServerThatOffersNoDigestIsNamed() {
    server.enqueue(
        new MockResponse.Builder()
            .code(401)
            .addHeader("WWW-Authenticate", "Basic realm=\"x\"")
            .build());

    var response = house.ask(api(), "get").call();

    assertThat(response.failure().detail()).contains("Digest").contains("Basic");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void neverAnswersWhoeverWasRedirectedTo() {
    for (var status : List.of(302, 307)) {
      server.enqueue(
          new MockResponse.Builder()
              .code(status)
              .addHeader("Location", elsewhere.url("/y").toString())
              .build());
      elsewhere.enqueue(challenged("nonce=\"evil\", qop=\"auth\""));

      assertThat(house.ask(api(), "get").call().status()).isEqualTo(401);
    }
    assertThat(elsewhere.getRequestCount()).isEqualTo(2);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  private static DigestChallenge challenge(String header) {
    return DigestChallenge.strongest(Challenge.parse(header)).orElseThrow();
  }

  private static Outgoing get(String path) {
    var address = Address.of(Origin.of("http://www.example.org"), path);
    return new Outgoing("GET", address, HeaderLines.NONE, null);
  }

  private static MockResponse challenged(String parameters) {
    return new MockResponse.Builder()
        .code(401)
        .addHeader("WWW-Authenticate", "Digest realm=\"shop\", " + parameters)
        .build();
  }

  private static MockResponse ok() {
    return new MockResponse.Builder().build();
  }

  private Api api() {
    return CallFixture.api(
        """
        name: Shop
        baseUrl: http://127.0.0.1:%d
        auth: {kind: digest, credential: key}
        methods:
          - {name: get, path: /x}
          - {name: post, verb: POST, path: /x}
        """
            .formatted(server.getPort()));
  }
}
