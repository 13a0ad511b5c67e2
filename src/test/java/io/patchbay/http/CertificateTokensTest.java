package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Json;
import io.patchbay.credential.CertificateUpload;
import io.patchbay.credential.CredentialFixture;
import io.patchbay.testing.AuthorizationServer;
import io.patchbay.testing.TestCertificates;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Tokens of a server that is known to nobody else and asks who connects (RFC 8705). */
class CertificateTokensTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final TestCertificates root = TestCertificates.authority("Identity Root");
  private static final TestCertificates clients = TestCertificates.authority("Clients");
  // Spring takes a chain of one certificate for a self-signed one.
  private static final TestCertificates department = clients.intermediate("Department");
  private static final TestCertificates robot = department.client("robot");
  private static final TestCertificates other = department.client("other");

  private final CredentialFixture credentials = new CredentialFixture(database);
  private final CallFixture house =
      new CallFixture(credentials, null, TrustedAuthorities.of(""), "127.0.0.1:*,[::1]:*");
  private final MockWebServer upstream = new MockWebServer();
  private final AuthorizationServer server =
      new AuthorizationServer()
          .certificateClient("robot", "CN=robot")
          .secretClient("secret", ClientAuthenticationMethod.CLIENT_SECRET_POST)
          .secure(root.server("localhost"), clients);

  @BeforeEach
  void start() throws IOException, LifecycleException {
    upstream.enqueue(new MockResponse.Builder().body("{}").build());
    upstream.start();
    server.start();
    upload("ca", root.pem());
    upload("robot", robot.keyPem() + robot.chainPem());
    upload("other", other.keyPem() + other.chainPem());
  }

  @AfterEach
  void stop() throws IOException, LifecycleException {
    upstream.close();
    server.close();
    house.close();
  }

  @Test
  void provesItselfByTheCertificateOfTheCredential() {
    client("robot", Map.of("clientAuth", "tls", "certificate", "robot"));

    var response = call("{\"authorities\": [\"ca\"]}");

    assertThat(response.failure()).isNull();
    assertThat(response.tokenExchange().clientAuth()).isEqualTo("tls_client_auth");
  }

  @Test
  void anotherCertificateIsRefusedInTheServersWords() {
    client("robot", Map.of("clientAuth", "tls", "certificate", "other"));

    assertThat(call("{\"authorities\": [\"ca\"]}").failure().detail())
        .contains("invalid_client")
        .contains("Check the client id and the client certificate")
        .contains("tls_client_auth");
  }

  @Test
  void aCertificateThatIsNotThereIsSaidBeforeAnybodyIsAsked() {
    client("robot", Map.of("clientAuth", "tls", "certificate", "gone"));

    assertThat(call("{\"authorities\": [\"ca\"]}").failure().detail())
        .contains("the client certificate 'gone' that the credential names does not exist");
    assertThat(server.requests()).isZero();
    upload("gone", robot.keyPem() + robot.chainPem());
  }

  @Test
  void trustsWhomTheApiTrusts() {
    client(
        "secret",
        Map.of("clientAuth", "post", "clientSecret", AuthorizationServer.SECRET + "secret"));

    assertThat(call("{}").failure().detail()).contains("was not trusted");
    credentials.service.delete(house.access, "shop");
    client(
        "secret",
        Map.of("clientAuth", "post", "clientSecret", AuthorizationServer.SECRET + "secret"));

    assertThat(call("{\"authorities\": [\"ca\"], \"onlyThese\": true}").failure()).isNull();
  }

  @Test
  void thePinsOfTheApisOwnServerAreNotThoseOfTheTokenServer() {
    client(
        "secret",
        Map.of("clientAuth", "post", "clientSecret", AuthorizationServer.SECRET + "secret"));

    var pin = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    assertThat(
            call("{\"authorities\": [\"ca\"], \"pins\": [\"%s\"], \"serverName\": \"x.test\"}"
                    .formatted(pin))
                .failure())
        .isNull();
  }

  private void client(String id, Map<String, Object> more) {
    var document = new HashMap<>(more);
    document.put("kind", "oauth2ClientCredentials");
    document.put("tokenUrl", server.tokenUrl());
    document.put("clientId", id);
    house.credential("shop", Json.write(document));
  }

  private void upload(String name, String pem) {
    credentials.certificates.put(
        house.access,
        name,
        new CertificateUpload(List.of(pem.getBytes(StandardCharsets.UTF_8)), null, null));
  }

  private ApiResponse call(String tls) {
    return house.ask(api(tls), "list").call();
  }

  private Api api(String tls) {
    return CallFixture.api(
        """
        {"name": "Shop", "baseUrl": "http://127.0.0.1:%d", "tls": %s,
         "auth": {"kind": "oauth2ClientCredentials", "credential": "shop"},
         "methods": [{"name": "list", "path": "/orders"}]}
        """
            .formatted(upstream.getPort(), tls));
  }
}
