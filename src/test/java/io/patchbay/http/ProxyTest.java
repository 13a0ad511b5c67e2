package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.Api;
import io.patchbay.common.Failure.Kind;
import io.patchbay.common.StartUpRefused;
import io.patchbay.credential.CertificateUpload;
import io.patchbay.credential.CredentialFixture;
import io.patchbay.testing.ForeignServer;
import io.patchbay.testing.TestCertificates;
import io.patchbay.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls through Apache as a proxy to nginx. */
class ProxyTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final TestCertificates root = TestCertificates.authority("Root");
  private static final TestCertificates server = root.server("localhost");

  private static ForeignServer nginx;
  private static ForeignServer apache;

  private final CredentialFixture credentials = new CredentialFixture(database);
  private CallFixture house;

  @BeforeAll
  static void start() {
    nginx =
        ForeignServer.nginx(
            """
            server {
              listen 127.0.0.1:${port} ssl;
              listen 127.0.0.1:${port2};
              ssl_certificate ${dir}/chain.pem;
              ssl_certificate_key ${dir}/key.pem;
              location / { return 200 "$request_uri|$http_proxy_authorization|$http_via"; }
            }
            """,
            Map.of("chain.pem", server.chainPem(), "key.pem", server.keyPem()));
    apache =
        ForeignServer.apache(
            """
            Listen 127.0.0.1:${port}
            Listen 127.0.0.1:${port2}
            LogFormat "%r %>s" line
            CustomLog ${dir}/access.log line
            ProxyRequests On
            ProxyVia On
            AllowCONNECT 1-65535
            <VirtualHost *:${port2}>
              ProxyRequests On
              <Proxy "*">
                AuthType Basic
                AuthName proxy
                AuthUserFile ${dir}/users
                Require valid-user
              </Proxy>
            </VirtualHost>
            """,
            List.of(
                "proxy",
                "proxy_http",
                "proxy_connect",
                "auth_basic",
                "authn_core",
                "authn_file",
                "authz_user"),
            Map.of("users", "ada:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=\n")); // password
  }

  @AfterAll
  static void stop() {
    if (nginx != null) {
      nginx.close();
    }
    if (apache != null) {
      apache.close();
    }
  }

  @BeforeEach
  void furnish() {
    house = new CallFixture(credentials, null, TrustedAuthorities.of(""), "127.0.0.1:*,[::1]:*");
    credentials.certificates.put(house.access, "ca", CertificateUpload.of(root.pem(), null));
    house.credential("proxy", "{kind: basic, username: ada, password: password}");
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void tunnelsHttps() {
    var response = call("https", "/a%2Fb?q=1", proxy(1, ""));

    assertThat(response.failure()).isNull();
    assertThat(response.body()).isEqualTo("/a%2Fb?q=1||");
    assertThat(response.request().proxy()).isEqualTo("http://127.0.0.1:" + apache.port());
    assertThat(apache.file("access.log")).contains("CONNECT localhost:" + nginx.port());
  }

  @Test
  void sendsTheWholeAddressForHttp() throws InterruptedException {
    var response = call("http", "/a%2Fb?q=%7B1%7D", proxy(1, ""));

    assertThat(response.failure()).isNull();
    assertThat(response.body()).asString().startsWith("/a%2Fb?q=%7B1%7D||1.1 localhost");
    var line = "GET http://localhost:" + nginx.port(2) + "/a";
    // Apache answers before it writes its log.
    for (int i = 0; i < 100 && !apache.file("access.log").contains(line); i++) {
      Thread.sleep(50);
    }
    assertThat(apache.file("access.log")).contains(line);
  }

  @Test
  void signsInAtTheProxyAndNowhereElse() {
    var credential = ", \"credential\": \"proxy\"";

    assertThat(call("https", "/x", proxy(2, credential)).body()).isEqualTo("/x||");
    assertThat(call("http", "/x", proxy(2, credential)).body()).asString().startsWith("/x||");
  }

  @Test
  void aMissingSignInIsAClearFailure() {
    for (var scheme : List.of("https", "http")) {
      var response = call(scheme, "/x", proxy(2, ""));

      assertThat(response.status()).isNull();
      assertThat(response.failure().kind()).isEqualTo(Kind.NOT_SENT);
      assertThat(response.failure().title()).isEqualTo("Refused by the proxy");
      assertThat(response.failure().detail()).contains("wants a sign-in (407)", "Nothing was sent");
      assertThat(response.attempts().getFirst().outcome()).isEqualTo(Attempt.Outcome.NOT_SENT);
    }
  }

  @Test
  void theSignInIsBoundToItsProxy() {
    assertThat(call("https", "/x", proxy(2, ", \"credential\": \"proxy\"")).failure()).isNull();

    var elsewhere = call("https", "/x", proxy(1, ", \"credential\": \"proxy\""));

    assertThat(elsewhere.failure().kind()).isEqualTo(Kind.AUTH);
    assertThat(elsewhere.failure().detail()).contains("may not be sent to the proxy");
  }

  @Test
  void goesDirectlyWhereItIsToldTo() {
    var before = apache.file("access.log").length();

    assertThat(call("https", "/x", proxy(1, ", \"noProxy\": [\"localhost\"]")).body())
        .isEqualTo("/x||");
    assertThat(call("https", "/x", "\"proxy\": {\"url\": \"\"}").request().proxy()).isNull();

    assertThat(apache.file("access.log")).hasSize(before);
  }

  @Test
  void theServersProxyHoldsForApisThatNameNone() throws Exception {
    var proxy = ServerProxy.of("http://ada:password@127.0.0.1:" + apache.port(2), "example.com");
    try (var behind =
        new CallFixture(
            credentials, house.access, TrustedAuthorities.of(""), "127.0.0.1:*", proxy)) {
      var response = behind.ask(api("https", "/x", ""), "get").call();

      assertThat(response.failure()).isNull();
      assertThat(response.request().proxy()).isEqualTo("http://127.0.0.1:" + apache.port(2));
      var fetched =
          new DocumentFetcher(behind.clients, proxy)
              .fetch("http://127.0.0.1:" + nginx.port(2) + "/doc");
      assertThat(new String(fetched.content(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("/doc||1.1");
    }
    assertThatThrownBy(() -> ServerProxy.of("proxy.example.com", ""))
        .isInstanceOf(StartUpRefused.class)
        .hasMessageContaining("PATCHBAY_PROXY");
    assertThat(proxy.toString()).doesNotContain("password", "YWRh");
  }

  @Test
  void theGuardLooksAtTheProxyToo() throws Exception {
    try (var strict =
        new CallFixture(
            credentials, house.access, TrustedAuthorities.of(""), "localhost:" + nginx.port())) {
      var response = strict.ask(api("https", "/x", proxy(1, "")), "get").call();

      assertThat(response.failure().title()).isEqualTo("Refused by the egress guard");
      assertThat(response.failure().detail()).contains("127.0.0.1:" + apache.port());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "017700000001",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "localhost",
        "a.localhost",
        "169.254.169.254",
        "metadata.google.internal",
        "10.0.0.1",
        "10.1",
        "192.168.1.1",
        "[fd00:ec2::254]"
      })
  void theGuardLooksAtWhatTheProxyIsAskedFor(String host) throws Exception {
    var before = apache.file("access.log").length();
    try (var strict =
        new CallFixture(
            credentials, house.access, TrustedAuthorities.of(""), "127.0.0.1:" + apache.port())) {
      var api =
          api("https", "/x", proxy(1, ""))
              .with(parts -> parts.baseUrl = "https://%s:8443".formatted(host));

      var response = strict.ask(api, "get").call();

      // some spellings are no addresses to us, others the guard refuses
      assertThat(response.failure().title())
          .isIn("Refused by the egress guard", "The call is not set up right");
    }
    assertThat(apache.file("access.log")).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "api.example.com",
        "example.com",
        ".example.com",
        "*.example.com",
        "api.example.com:443",
        "other, api.example.com"
      })
  void noProxyCoversNames(String rule) {
    assertThat(NoProxy.of(rule).covers("API.example.com", 443)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/8", "10.1.2.3", "10.1.2.3:443", "*"})
  void noProxyCoversAddresses(String rule) {
    assertThat(NoProxy.of(rule).covers("10.1.2.3", 443)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ample.com", "api.example.com:8443", "10.0.0.0/8", "[::1]:443", "com.example"})
  void noProxyCoversNothingElse(String rule) {
    assertThat(NoProxy.of(rule).covers("api.example.com", 443)).isFalse();
    assertThat(NoProxy.of(rule).covers("11.1.2.3", 443)).isFalse();
  }

  @Test
  void noProxyKnowsIpv6() {
    assertThat(NoProxy.of("[::1]:443").covers("::1", 443)).isTrue();
    assertThat(NoProxy.of("fc00::/7").covers("fd00::5", 443)).isTrue();
    assertThat(NoProxy.of("[::1]:443").covers("::1", 80)).isFalse();
  }

  private static String proxy(int port, String more) {
    return "\"proxy\": {\"url\": \"http://127.0.0.1:%d\"%s}".formatted(apache.port(port), more);
  }

  private ApiResponse call(String scheme, String path, String proxy) {
    return house.ask(api(scheme, path, proxy), "get").call();
  }

  private static Api api(String scheme, String path, String proxy) {
    return CallFixture.api(
        """
        {"name": "Shop", "baseUrl": "%s://localhost:%d", "policies": {"retries": 0},
         "tls": {"authorities": ["ca"]}, %s
         "methods": [{"name": "get", "path": "%s"}]}
        """
            .formatted(
                scheme,
                nginx.port(scheme.equals("https") ? 1 : 2),
                proxy.isEmpty() ? "" : proxy + ",",
                path));
  }
}
