package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.patchbay.common.InvalidException;
import io.patchbay.credential.CredentialFixture;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every spelling of an address that is not the public internet, by every way that leads out: calls,
 * methods with a server of their own, redirects, token endpoints, imports. A listener on this
 * machine counts what gets through to it.
 */
class EgressMatrixTest {

  private static final AtomicInteger hits = new AtomicInteger();
  private static final MockWebServer allowed = new MockWebServer();
  private static volatile String target = "";
  private static ServerSocket forbidden;
  private static CallFixture fixture;

  @BeforeAll
  static void start() throws IOException {
    forbidden = new ServerSocket();
    forbidden.bind(new InetSocketAddress("::", 0));
    Thread.ofVirtual().start(EgressMatrixTest::count);
    allowed.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().code(302).addHeader("Location", target).build();
          }
        });
    allowed.start();
    var database = TestDatabase.fresh();
    var house = new CredentialFixture(database);
    fixture =
        new CallFixture(house, null, TrustedAuthorities.of(""), "127.0.0.1:" + allowed.getPort());
  }

  @AfterAll
  static void stop() throws IOException {
    fixture.close();
    allowed.close();
    forbidden.close();
  }

  private static void count() {
    while (!forbidden.isClosed()) {
      try (Socket _ = forbidden.accept()) {
        hits.incrementAndGet();
      } catch (IOException _) {
        return;
      }
    }
  }

  static Stream<String> addresses() {
    return Stream.of(
        "127.0.0.1",
        "127.0.0.2",
        "127.1.2.3",
        "127.255.255.254",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "0.0.0.0",
        "0",
        "0.1.2.3",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "10.0.0.1",
        "10.255.255.255",
        "167772161",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "192.168.255.255",
        "3232235521",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "169.254.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "169.254.169.253",
        "2852039166",
        "0xa9fea9fe",
        "168.63.129.16",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.0.170",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::0001]",
        "[::ffff:127.0.0.1]",
        "[::FFFF:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::ffff:0.0.0.0]",
        "[::ffff:10.0.0.1]",
        "[::ffff:169.254.169.254]",
        "[::ffff:a9fe:a9fe]",
        "[0:0:0:0:0:ffff:7f00:0001]",
        "[::127.0.0.1]",
        "[::7f00:1]",
        "[::10.0.0.1]",
        "[::a9fe:a9fe]",
        "[::ffff:0:127.0.0.1]",
        "[::ffff:0:a9fe:a9fe]",
        "[64:ff9b::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b::169.254.169.254]",
        "[64:ff9b::a00:1]",
        "[64:ff9b::c0a8:101]",
        "[64:ff9b:1::1]",
        "[64:ff9b:1::7f00:1]",
        "[2002:7f00:1::]",
        "[2002:7f00:1::1]",
        "[2002:a9fe:a9fe::]",
        "[2002:c0a8:101::1]",
        "[2002:a00:1::]",
        "[2002:ac10:1::]",
        "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
        "[2001:0:0:0:0:0:5601:5601]",
        "[2001::f5ff:fffe]",
        "[fc00::1]",
        "[fd00::1]",
        "[fd12:3456:789a::1]",
        "[fd00:ec2::254]",
        "[fd00:ec2::23]",
        "[fdff:ffff::1]",
        "[fd20:ce::254]",
        "[fe80::1]",
        "[fe80::1%25lo]",
        "[febf::1]",
        "[fec0::1]",
        "[feff::1]",
        "[ff01::1]",
        "[ff02::1]",
        "[ff05::2]",
        "[ff0e::1]",
        "[100::1]",
        "[2001:2::1]",
        "[2001:10::1]",
        "[2001:20::1]",
        "[2001:db8::1]",
        "[3fff::1]",
        "[5f00::1]");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void isReachedByNoWay(String address) {
    var before = hits.get();
    var url = "http://%s:%d".formatted(address, forbidden.getLocalPort());

    target = url + "/";

    refused(call(url, ""));
    refused(call("http://127.0.0.1:" + allowed.getPort(), ", baseUrl: '%s'".formatted(url)));
    refused(call("http://127.0.0.1:" + allowed.getPort(), ""));
    fetch(url + "/openapi.json");
    fetch("http://127.0.0.1:%d/".formatted(allowed.getPort()));
    token(url + "/token");

    assertThat(hits).as("connections to " + address).hasValue(before);
  }

  private static ApiResponse call(String baseUrl, String extra) {
    var api =
        CallFixture.api(
            "# an API\n{name: X, baseUrl: '%s', policies: {retries: 0}, methods: [{name: get, path: ''%s}]}"
                .formatted(baseUrl, extra));
    return fixture.ask(api, "get").call();
  }

  private static void refused(ApiResponse response) {
    assertThat(response.failure()).isNotNull();
    assertThat(response.status())
        .satisfiesAnyOf(
            status -> assertThat(status).isNull(), status -> assertThat(status).isEqualTo(302));
  }

  private static void fetch(String url) {
    var fetcher = new DocumentFetcher(fixture.clients, ServerProxy.NONE);
    try {
      assertThat(catchThrowable(() -> fetcher.fetch(url))).isInstanceOf(InvalidException.class);
    } finally {
      fetcher.destroy();
    }
  }

  /** A token URL that is no address at all is refused when it is entered. */
  private static void token(String url) {
    var name = "c" + Integer.toHexString(url.hashCode());
    var document =
        "{kind: oauth2ClientCredentials, tokenUrl: '%s', clientId: me, clientSecret: canary-egress}"
            .formatted(url);
    if (catchThrowable(() -> fixture.credential(name, document)) instanceof InvalidException) {
      return;
    }
    var api =
        CallFixture.api(
            """
            # an API
            {name: X, baseUrl: 'http://127.0.0.1:%d', policies: {retries: 0}, methods: [{name: get}],
             auth: {kind: oauth2ClientCredentials, credential: %s}}
            """
                .formatted(allowed.getPort(), name));
    var response = fixture.ask(api, "get").call();
    assertThat(response.failure()).isNotNull();
    assertThat(response.status()).isNull();
  }
}
