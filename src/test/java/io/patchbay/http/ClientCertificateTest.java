package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Failure.Kind;
import io.patchbay.credential.CertificateEntry;
import io.patchbay.credential.CertificateUpload;
import io.patchbay.credential.CredentialFixture;
import io.patchbay.http.Attempt.Outcome;
import io.patchbay.testing.ForeignServer;
import io.patchbay.testing.TestCertificates;
import io.patchbay.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls to nginx, which asks for client certificates in one way or another. */
class ClientCertificateTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final TestCertificates root = TestCertificates.authority("Server Root");
  private static final TestCertificates middle = root.intermediate("Server Middle");
  private static final TestCertificates server = middle.server("localhost", "api.example.test");
  private static final TestCertificates clients = TestCertificates.authority("Clients");
  private static final TestCertificates department = clients.intermediate("Department");
  private static final TestCertificates ada = clients.client("ada");
  private static final TestCertificates ben = department.client("ben");

  private static ForeignServer nginx;

  private final CredentialFixture credentials = new CredentialFixture(database);
  private CallFixture house;

  @BeforeAll
  static void start() {
    var block =
        """
        server {
          listen 127.0.0.1:%s ssl;
          ssl_certificate ${dir}/chain.pem;
          ssl_certificate_key ${dir}/key.pem;
          ssl_protocols %s;
          ssl_client_certificate ${dir}/clients.pem;
          ssl_verify_depth 3;
          ssl_verify_client %s;
          location / { return 200 "$ssl_client_s_dn|$ssl_client_verify|$ssl_server_name|$ssl_protocol"; }
        }
        """;
    nginx =
        ForeignServer.nginx(
            block.formatted("${port}", "TLSv1.2 TLSv1.3", "on")
                + block.formatted("${port2}", "TLSv1.2", "on")
                + block.formatted("${port3}", "TLSv1.3", "optional"),
            Map.of(
                "chain.pem", server.chainPem(),
                "key.pem", server.keyPem(),
                "clients.pem", clients.pem()));
  }

  @AfterAll
  static void stop() {
    if (nginx != null) {
      nginx.close();
    }
  }

  @BeforeEach
  void furnish() {
    house = new CallFixture(credentials, null, TrustedAuthorities.of(""), "127.0.0.1:*,[::1]:*");
    upload("ca", root.pem());
    upload("ada", ada.keyPem() + ada.pem());
    upload("ben", ben.keyPem() + ben.chainPem());
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void showsTheCertificateAndItsIntermediate() {
    assertThat(call(1, "\"certificate\": \"ada\", \"authorities\": [\"ca\"]").body())
        .isEqualTo("CN=ada|SUCCESS|localhost|TLSv1.3");
    assertThat(call(2, "\"certificate\": \"ben\", \"authorities\": [\"ca\"]").body())
        .isEqualTo("CN=ben|SUCCESS|localhost|TLSv1.2");
    var sent = call(3, "\"certificate\": \"ben\", \"authorities\": [\"ca\"]");
    assertThat(sent.body()).isEqualTo("CN=ben|SUCCESS|localhost|TLSv1.3");
    assertThat(sent.request().certificate().name()).isEqualTo("ben");
    assertThat(sent.request().tlsNotVerified()).isNull();
  }

  @Test
  void aCustomizationShowsAnotherOneForItsCallsOnly() {
    var api =
        api("localhost", nginx.port(1), "\"certificate\": \"ada\", \"authorities\": [\"ca\"]");

    var other =
        house
            .ask(api, "get")
            .customizedBy("{kind: clientCertificate, name: Ben, certificate: ben}")
            .call();
    var usual = house.ask(api, "get").call();

    assertThat(other.body()).isEqualTo("CN=ben|SUCCESS|localhost|TLSv1.3");
    assertThat(other.request().certificate()).isEqualTo(new SentRequest.Used("ben", "flow: Ben"));
    assertThat(usual.body()).isEqualTo("CN=ada|SUCCESS|localhost|TLSv1.3");
    assertThat(usual.request().certificate()).isEqualTo(new SentRequest.Used("ada", "api"));
  }

  @Test
  void saysThatACertificateIsMissing() {
    var response = call(1, "\"authorities\": [\"ca\"]");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.failure().detail())
        .contains("The server asks for a client certificate; none is chosen.");
    var again = call(1, "\"authorities\": [\"ca\"]");
    assertThat(again.failure().detail()).contains("none is chosen");
  }

  @Test
  void doesNotConnectWithAnExpiredOrAbsentCertificate() {
    var gone = clients.client("gone", w -> w.valid(Duration.ofDays(-9), Duration.ofDays(-1)));
    upload("gone", gone.keyPem() + gone.pem());

    var expired = call(1, "\"certificate\": \"gone\", \"authorities\": [\"ca\"]");
    var absent = call(1, "\"certificate\": \"nobody\", \"authorities\": [\"ca\"]");
    var noAuthority = call(1, "\"certificate\": \"ada\", \"authorities\": [\"none\"]");

    assertThat(expired.failure().kind()).isEqualTo(Kind.AUTH);
    assertThat(expired.failure().detail()).contains("'gone' expired on", "No connection was made");
    assertThat(expired.attempts()).isEmpty();
    assertThat(absent.failure().detail()).contains("'nobody', which does not exist");
    assertThat(noAuthority.failure().detail()).contains("authority 'none'");
  }

  @Test
  void trustsWhomItIsToldTo() {
    var usual = call(3, "");
    assertThat(usual.failure().title()).isEqualTo("The server is not trusted");
    assertThat(usual.failure().detail()).contains("CN=Server Root", "Nothing was sent");
    assertThat(usual.attempts().getFirst().outcome()).isEqualTo(Outcome.NOT_SENT);

    assertThat(call(3, "\"authorities\": [\"ca\"], \"onlyThese\": true").body())
        .isEqualTo("|NONE|localhost|TLSv1.3");
    assertThat(call(3, "\"onlyThese\": true").failure().title())
        .isEqualTo("The server is not trusted");
    var all = call(3, "\"trustAll\": true");
    assertThat(all.failure()).isNull();
    assertThat(all.request().tlsNotVerified()).isTrue();
  }

  @Test
  void holdsOnToPinnedKeys() {
    var right = CertificateEntry.pin(middle.certificate());
    var wrong = CertificateEntry.pin(ada.certificate());

    assertThat(call(3, pinned("\"" + wrong + "\", \"sha256/" + right + "\"")).failure()).isNull();
    var refused = call(3, pinned("\"" + wrong + "\"")).failure();
    assertThat(refused.kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(refused.detail()).contains(CertificateEntry.pin(server.certificate()));
  }

  @Test
  void aPinnedCertificateThatVouchesForNothingDoesNotCount() {
    var stranger = TestCertificates.authority("Pinned");
    try (var impostor =
        ForeignServer.nginx(
            """
            server {
              listen 127.0.0.1:${port} ssl;
              ssl_certificate ${dir}/chain.pem;
              ssl_certificate_key ${dir}/key.pem;
              location / { return 200 hello; }
            }
            """,
            Map.of("chain.pem", server.chainPem() + stranger.pem(), "key.pem", server.keyPem()))) {
      var pin = pinned("\"" + CertificateEntry.pin(stranger.certificate()) + "\"");

      var response = house.ask(api("localhost", impostor.port(), pin), "get").call();

      assertThat(response.failure().title()).isEqualTo("The server's key is not the pinned one");
    }
  }

  @Test
  void asksForAnotherNameAndChecksIt() {
    var byAddress = house.ask(api("127.0.0.1", nginx.port(3), "\"authorities\": [\"ca\"]"), "get");
    var named =
        house.ask(
            api(
                "127.0.0.1",
                nginx.port(3),
                "\"authorities\": [\"ca\"], \"serverName\": \"api.example.test\""),
            "get");
    var wrong =
        house.ask(
            api(
                "localhost",
                nginx.port(3),
                "\"authorities\": [\"ca\"], \"serverName\": \"other.example.test\""),
            "get");

    assertThat(byAddress.call().failure().detail())
        .contains("is for localhost, api.example.test, not for 127.0.0.1");
    assertThat(named.call().body()).isEqualTo("|NONE|api.example.test|TLSv1.3");
    assertThat(wrong.call().failure().title()).isEqualTo("The certificate is another server's");
  }

  @Test
  void wantsTheLeastVersion() {
    var failure =
        call(2, "\"certificate\": \"ada\", \"authorities\": [\"ca\"], \"minVersion\": \"TLSv1.3\"")
            .failure();

    assertThat(failure.title()).isEqualTo("No common TLS version");
    assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
  }

  @Test
  void anExpiredServerIsSaidToBe() {
    var old =
        new TestCertificates.Wish("CN=localhost")
            .withNames("localhost")
            .valid(Duration.ofDays(-9), Duration.ofDays(-1))
            .issuedBy(root);
    try (var past =
        ForeignServer.nginx(
            """
            server {
              listen 127.0.0.1:${port} ssl;
              ssl_certificate ${dir}/chain.pem;
              ssl_certificate_key ${dir}/key.pem;
            }
            """,
            Map.of("chain.pem", old.pem(), "key.pem", old.keyPem()))) {
      var failure =
          house
              .ask(api("localhost", past.port(), "\"authorities\": [\"ca\"]"), "get")
              .call()
              .failure();

      assertThat(failure.title()).isEqualTo("The server's certificate has expired");
    }
  }

  @Test
  void manyCallsAtOnceEachShowTheirOwn() throws Exception {
    var asAda =
        api("localhost", nginx.port(), "\"certificate\": \"ada\", \"authorities\": [\"ca\"]");
    var asBen =
        api("localhost", nginx.port(), "\"certificate\": \"ben\", \"authorities\": [\"ca\"]");
    var calls = new ArrayList<Future<Boolean>>();

    try (var threads = Executors.newFixedThreadPool(32)) {
      for (int i = 0; i < 2_400; i++) {
        var isAda = i % 2 == 0;
        calls.add(
            threads.submit(() ->
                String.valueOf(house.ask(isAda ? asAda : asBen, "get").call().body())
                    .startsWith(isAda ? "CN=ada|SUCCESS" : "CN=ben|SUCCESS")));
      }
    }

    for (var call : calls) {
      assertThat(call.get()).isTrue();
    }
    assertThat(house.clients.identities()).isEqualTo(2);
    house.clients.sweep(Duration.ZERO);
    assertThat(house.clients.identities()).isZero();
  }

  @Test
  void aReplacedCertificateIsShownAtOnce() {
    var tls = "\"certificate\": \"ada\", \"authorities\": [\"ca\"]";
    assertThat(call(1, tls).body()).asString().startsWith("CN=ada|");

    upload("ada", ben.keyPem() + ben.chainPem());

    assertThat(call(1, tls).body()).asString().startsWith("CN=ben|");
  }

  @Test
  void aLookShowsEveryStepOfTheWay() {
    var found = look(1, "\"certificate\": \"ada\", \"authorities\": [\"ca\"]");

    assertThat(found.ok()).isTrue();
    assertThat(found.findings())
        .extracting(Diagnosis.Finding::step)
        .containsExactly(
            "address",
            "names",
            "connect",
            "tls",
            "server certificate",
            "client certificate",
            "answer");
    assertThat(found.findings().get(3).text()).startsWith("TLSv1.3 with TLS_");
    assertThat(found.findings().get(4).details().toString())
        .contains("CN=Server Middle", CertificateEntry.pin(server.certificate()));
    assertThat(found.findings().get(5).text()).contains("'ada' was shown");
    assertThat(found.findings().get(5).details().toString()).contains("CN=Clients");
    assertThat(found.findings().get(6).details().toString()).contains("agree");
  }

  @Test
  void aLookSaysWhereTheWayEnds() {
    var untrusted = look(1, "").findings().get(3);
    assertThat(untrusted.step()).isEqualTo("server certificate");
    assertThat(untrusted.state()).isEqualTo(Diagnosis.State.FAILED);
    assertThat(untrusted.text()).contains("CN=Server Root");
    assertThat(untrusted.details().toString()).contains("CN=localhost");
    assertThat(look(3, "\"authorities\": [\"ca\"]").findings().get(5).text())
        .contains("asks for a client certificate; none is chosen");
    assertThat(look(2, "\"minVersion\": \"TLSv1.3\"").findings().getLast().text())
        .contains("no TLS version");
  }

  private Diagnosis look(int port, String tls) {
    var api = api("localhost", nginx.port(port), tls);
    var certificate = api.tls() == null ? null : api.tls().certificate();
    var way =
        house.connector.way(
            Connector.Wish.of("Bank", house.access.workspace(), api.tls(), null, certificate),
            new org.apache.hc.core5.http.HttpHost("https", "localhost", nginx.port(port)));
    return new DiagnoseRun(
            io.patchbay.credential.Origin.of(api.baseUrl()),
            way,
            house.clients.sockets(way.identity()),
            house.policy,
            java.time.InstantSource.system(),
            certificate == null ? null : "the client certificate '" + certificate + "'")
        .run();
  }

  private void upload(String name, String pem) {
    credentials.certificates.put(
        house.access,
        name,
        new CertificateUpload(List.of(pem.getBytes(StandardCharsets.UTF_8)), null, null));
  }

  private static String pinned(String pins) {
    return "\"authorities\": [\"ca\"], \"pins\": [" + pins + "]";
  }

  private ApiResponse call(int port, String tls) {
    return house.ask(api("localhost", nginx.port(port), tls), "get").call();
  }

  private static Api api(String host, int port, String tls) {
    return CallFixture.api(
        """
        {"name": "Bank", "baseUrl": "https://%s:%d", "tls": {%s}, "policies": {"retries": 0},
         "methods": [{"name": "get", "path": "/"}]}
        """
            .formatted(host, port, tls));
  }
}
