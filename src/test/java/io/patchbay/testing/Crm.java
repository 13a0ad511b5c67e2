package io.patchbay.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.common.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.http.Ssl;
import no.nav.security.mock.oauth2.http.SslKeystore;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import no.nav.security.mock.oauth2.token.RequestMapping;
import no.nav.security.mock.oauth2.token.RequestMappingTokenCallback;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A customer database as a company would run it: a REST API over TLS that takes nothing but tokens
 * of an OAuth server over TLS, both with certificates of a company CA.
 */
public final class Crm implements AutoCloseable {

  public static final String CLIENT_ID = "patchbay";
  public static final String CLIENT_SECRET = "the-crm-client-secret-0815";

  private final HeldCertificate authority =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("Company CA").build();
  private final MockOAuth2Server oauth;
  private final MockWebServer api = new MockWebServer();
  private final JWKSet keys;
  private final Map<String, Map<String, Object>> contacts = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger(100);
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

  /** Starts both servers on free loopback ports. */
  public Crm() throws Exception {
    HeldCertificate server =
        new HeldCertificate.Builder()
            .signedBy(authority)
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .duration(1, TimeUnit.DAYS)
            .build();
    oauth = startOAuth(server);
    keys = JWKSet.parse(publicKeys(oauth));
    contacts.put("Codertocat", contact("c_1", "Codertocat", "coder@example.com"));
    api.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(server, authority.certificate())
            .build()
            .sslSocketFactory());
    api.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            return answer(request);
          }
        });
    api.start(InetAddress.getLoopbackAddress(), 0);
  }

  /** The CA's certificate as a PEM file in the folder. */
  public Path caFile(Path folder) throws IOException {
    return Files.writeString(folder.resolve("company-ca.pem"), authority.certificatePem());
  }

  public String baseUrl() {
    return "https://localhost:" + api.getPort() + "/v1";
  }

  public String tokenUrl() {
    return oauth.tokenEndpointUrl("crm").toString();
  }

  /** What {@code PATCHBAY_EGRESS_ALLOW} has to say for calls to get here. */
  public String egressAllow() {
    return "localhost:%d,localhost:%d".formatted(api.getPort(), oauth.baseUrl().port());
  }

  /** All requests that the API got, also refused ones. */
  public List<RecordedRequest> requests() {
    return requests;
  }

  @Override
  public void close() {
    api.close();
    oauth.shutdown();
  }

  private static MockOAuth2Server startOAuth(HeldCertificate server) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "oauth",
        server.keyPair().getPrivate(),
        new char[0],
        new Certificate[] {server.certificate()});
    var ssl = new Ssl(new SslKeystore("", store));
    var started =
        new MockOAuth2Server(
            new OAuth2Config(
                false,
                null,
                null,
                false,
                new OAuth2TokenProvider(),
                Set.of(
                    new RequestMappingTokenCallback(
                        "crm",
                        List.of(
                            new RequestMapping(
                                "client_id",
                                CLIENT_ID,
                                Map.of("sub", CLIENT_ID, "aud", List.of("crm")),
                                "JWT")),
                        Duration.ofMinutes(5).toSeconds())),
                new MockWebServerWrapper(ssl)));
    started.start(InetAddress.getLoopbackAddress(), 0);
    return started;
  }

  private static String publicKeys(MockOAuth2Server oauth) {
    return oauth.getConfig().getTokenProvider().publicJwkSet("crm").toString();
  }

  private MockResponse answer(RecordedRequest request) {
    String problem = problemWithToken(request.getHeaders().get("Authorization"));
    if (problem != null) {
      return json(
          401,
          Map.of("title", problem),
          Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }
    String path = request.getUrl().encodedPath();
    if (path.equals("/v1/contacts") && "GET".equals(request.getMethod())) {
      var found = contacts.get(String.valueOf(request.getUrl().queryParameter("login")));
      List<Object> items = new ArrayList<>();
      if (found != null) {
        items.add(found);
      }
      return json(200, Map.of("total", items.size(), "items", items), Map.of());
    }
    if (path.equals("/v1/contacts") && "POST".equals(request.getMethod())) {
      return create(request);
    }
    if (path.startsWith("/v1/contacts/") && path.endsWith("/notes")) {
      return json(
          201,
          Map.of("id", "n_" + numbers.incrementAndGet(), "contact", path.split("/")[3]),
          Map.of());
    }
    return json(404, Map.of("title", "No such thing: " + path), Map.of());
  }

  @SuppressWarnings("unchecked")
  private MockResponse create(RecordedRequest request) {
    var body = (Map<String, Object>) Json.readValue(request.getBody().utf8());
    if (body == null || !(body.get("login") instanceof String login)) {
      return json(422, Map.of("title", "login is missing"), Map.of());
    }
    var created =
        contact("c_" + numbers.incrementAndGet(), login, String.valueOf(body.get("email")));
    contacts.put(login, created);
    return json(201, created, Map.of());
  }

  @SuppressWarnings("NullAway")
  private String problemWithToken(String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return "No token";
    }
    try {
      SignedJWT token = SignedJWT.parse(authorization.substring("Bearer ".length()));
      var key = (RSAKey) keys.getKeyByKeyId(token.getHeader().getKeyID());
      return token.verify(new RSASSAVerifier(key)) ? null : "Bad signature";
    } catch (ParseException | JOSEException e) {
      return "No token of ours: " + e.getMessage();
    }
  }

  private static Map<String, Object> contact(String id, String login, String email) {
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("id", id);
    contact.put("login", login);
    contact.put("email", email);
    return contact;
  }

  private static MockResponse json(int status, Object body, Map<String, String> headers) {
    var response =
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(Json.write(body));
    headers.forEach(response::addHeader);
    return response.build();
  }
}
