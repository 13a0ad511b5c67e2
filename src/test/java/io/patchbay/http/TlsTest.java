package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.Api;
import io.patchbay.common.Failure.Kind;
import io.patchbay.common.StartUpRefused;
import io.patchbay.credential.CredentialFixture;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.security.auth.x500.X500Principal;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  private static final TestDatabase database = TestDatabase.fresh();

  @TempDir Path folder;

  private final CredentialFixture credentials = new CredentialFixture(database);
  private final MockWebServer server = new MockWebServer();
  private X509Certificate certificate;

  @BeforeEach
  void start() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    var pair = generator.generateKeyPair();
    certificate = selfSigned(pair, "localhost");
    server.useHttps(sockets(pair, certificate));
    server.enqueue(new MockResponse.Builder().body("hello").build());
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void trustsTheOperatorsAuthorities() throws Exception {
    var response = call("localhost", pem());

    assertThat(response.failure()).isNull();
    assertThat(response.body()).isEqualTo("hello");
    assertThat(response.attempts().getFirst().timings().tls()).isPositive();
  }

  @Test
  void refusesWhomNobodyTrusts() throws Exception {
    var response = call("localhost", "");

    assertThat(response.failure().kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(response.failure().title()).isEqualTo("The server is not trusted");
    assertThat(response.attempts()).hasSize(1);
    assertThat(server.takeRequest(100, java.util.concurrent.TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void refusesACertificateOfAnotherHost() throws Exception {
    var response = call("127.0.0.1", pem());

    assertThat(response.failure().title()).isEqualTo("The certificate is another server's");
  }

  @Test
  void refusesToStartWithAFileThatHoldsNoCertificate() throws Exception {
    var file = Files.writeString(folder.resolve("empty.pem"), "nothing");

    assertThatThrownBy(() -> TrustedAuthorities.of(file.toString()))
        .isInstanceOf(StartUpRefused.class)
        .hasMessageContaining("empty.pem");
    assertThatThrownBy(() -> TrustedAuthorities.of(folder.resolve("none.pem").toString()))
        .isInstanceOf(StartUpRefused.class)
        .hasMessageContaining("none.pem");
  }

  private ApiResponse call(String host, String trusted) throws IOException {
    try (var house =
        new CallFixture(credentials, null, TrustedAuthorities.of(trusted), "127.0.0.1:*,[::1]:*")) {
      return house.ask(api(host), "get").call();
    }
  }

  private Api api(String host) {
    return CallFixture.api(
        "{\"name\": \"Shop\", \"baseUrl\": \"https://%s:%d\", \"methods\": [{\"name\": \"get\", \"path\": \"/\"}]}"
            .formatted(host, server.getPort()));
  }

  private String pem() throws Exception {
    var body = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
    var text = "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    return Files.writeString(folder.resolve("ca.pem"), text).toString();
  }

  private static X509Certificate selfSigned(KeyPair pair, String host) throws Exception {
    var name = new X500Principal("CN=" + host);
    var now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(now.minus(Duration.ofHours(1))),
            Date.from(now.plus(Duration.ofHours(1))),
            name,
            pair.getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static SSLSocketFactory sockets(KeyPair pair, X509Certificate certificate)
      throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("key", pair.getPrivate(), new char[0], new X509Certificate[] {certificate});
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context.getSocketFactory();
  }
}
