package io.patchbay.testing;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Spring's authorization server on a port of its own: an OAuth server that nobody here wrote. Its
 * refresh tokens rotate.
 */
public final class AuthorizationServer implements AutoCloseable {

  /** Holds all that clients forget to encode. */
  public static final String SECRET = "canary s3cr3t:+&%/ü=";

  private final Tomcat tomcat = new Tomcat();
  private final OAuth2AuthorizationService authorizations =
      new InMemoryOAuth2AuthorizationService();
  private final List<RegisteredClient> clients = new ArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger decisions = new AtomicInteger();
  private final AtomicInteger answersToLose = new AtomicInteger();
  private final List<Integer> statuses = new CopyOnWriteArrayList<>();
  private volatile JWKSet keys = new JWKSet();
  private volatile Duration delay = Duration.ZERO;
  private volatile Duration accessTokenLife = Duration.ofHours(1);

  /** A client that proves itself by {@link #SECRET} and its id. */
  public AuthorizationServer secretClient(String id, ClientAuthenticationMethod method) {
    clients.add(client(id, method).clientSecret("{noop}" + SECRET + id).build());
    return this;
  }

  /** A client that signs with a key of which only the public part is known here. */
  public AuthorizationServer keyClient(String id, SignatureAlgorithm algorithm) {
    clients.add(
        client(id, ClientAuthenticationMethod.PRIVATE_KEY_JWT)
            .clientSettings(
                ClientSettings.builder()
                    .jwkSetUrl("http://127.0.0.1:0/client-keys") // the port follows
                    .tokenEndpointAuthenticationSigningAlgorithm(algorithm)
                    .build())
            .build());
    return this;
  }

  /** A client that proves itself by a certificate with that subject. */
  public AuthorizationServer certificateClient(String id, String subject) {
    clients.add(
        client(id, ClientAuthenticationMethod.TLS_CLIENT_AUTH)
            .clientSettings(ClientSettings.builder().x509CertificateSubjectDN(subject).build())
            .build());
    return this;
  }

  /** Speaks TLS and asks for client certificates, without insisting. */
  public AuthorizationServer secure(TestCertificates own, TestCertificates clientAuthority) {
    try {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry(
          "server", own.key(), new char[0], own.chain().toArray(X509Certificate[]::new));
      var trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("clients", clientAuthority.certificate());
      var host = new SSLHostConfig();
      var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
      certificate.setCertificateKeystore(keys);
      certificate.setCertificateKeystorePassword("");
      host.addCertificate(certificate);
      host.setTrustStore(trusted);
      host.setCertificateVerification("optional");
      var connector = tomcat.getConnector();
      connector.setSecure(true);
      connector.setScheme("https");
      connector.setProperty("SSLEnabled", "true");
      connector.addSslHostConfig(host);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  public AuthorizationServer accessTokensLive(Duration life) {
    accessTokenLife = life;
    return this;
  }

  /** The public keys of the clients that sign. */
  public void publish(JWKSet publicKeys) {
    keys = publicKeys;
  }

  public AuthorizationServer start() throws LifecycleException, IOException {
    var folder = Files.createTempDirectory("authorization-server").toString();
    tomcat.setBaseDir(folder);
    tomcat.getConnector().setPort(ServerProcess.freePort());
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    var context = tomcat.addContext("", folder);
    context.addServletContainerInitializer(
        (_, servlets) -> {
          var spring = new AnnotationConfigWebApplicationContext();
          spring.setServletContext(servlets);
          spring.addBeanFactoryPostProcessor(
              beans -> beans.registerSingleton("authorizationServer", this));
          spring.register(Wiring.class);
          spring.refresh();
          servlets
              .addFilter("count", (Filter) this::filter)
              .addMappingForUrlPatterns(
                  EnumSet.of(jakarta.servlet.DispatcherType.REQUEST), false, "/*");
          servlets
              .addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", spring))
              .addMappingForUrlPatterns(
                  EnumSet.of(jakarta.servlet.DispatcherType.REQUEST), true, "/*");
          servlets.addServlet("rest", new ClientKeys()).addMapping("/");
        },
        Set.of());
    tomcat.start();
    return this;
  }

  public String tokenUrl() {
    return url("/oauth2/token");
  }

  public String url(String path) {
    var connector = tomcat.getConnector();
    return "%s://%s:%d%s"
        .formatted(
            connector.getScheme(),
            connector.getSecure() ? "localhost" : "127.0.0.1",
            connector.getLocalPort(),
            path);
  }

  /** A refresh token, as if somebody had consented. */
  public String consent(String clientId, String... scopes) {
    var client = clients.stream().filter(known -> known.getClientId().equals(clientId)).findFirst();
    var now = Instant.now();
    var refreshToken =
        new OAuth2RefreshToken("refresh-" + UUID.randomUUID(), now, now.plusSeconds(3_600));
    authorizations.save(
        OAuth2Authorization.withRegisteredClient(client.orElseThrow())
            .principalName("ada")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizedScopes(Set.of(scopes))
            .accessToken(
                new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER,
                    "first-" + UUID.randomUUID(),
                    now,
                    now.plusSeconds(60)))
            .refreshToken(refreshToken)
            .attribute(
                Principal.class.getName(),
                UsernamePasswordAuthenticationToken.authenticated("ada", null, List.of()))
            .build());
    return refreshToken.getTokenValue();
  }

  /** Whether that is an access token of this server that still holds. */
  public boolean knows(String accessToken) {
    var found = authorizations.findByToken(accessToken, OAuth2TokenType.ACCESS_TOKEN);
    return found != null && found.getAccessToken().isActive();
  }

  /** How many requests for a token came. */
  public int requests() {
    return requests.get();
  }

  /** How many of them are decided here, whether or not the answer is sent. */
  public int decisions() {
    return decisions.get();
  }

  /** The status of each answer that was sent. */
  public List<Integer> statuses() {
    return statuses;
  }

  /** The next answers are made, but the connection breaks before they get out. */
  public void loseAnswers(int number) {
    answersToLose.set(number);
  }

  /** Answers come that late. */
  public void delay(Duration newDelay) {
    delay = newDelay;
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  private void filter(
      jakarta.servlet.ServletRequest request,
      jakarta.servlet.ServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (!((HttpServletRequest) request).getRequestURI().equals("/oauth2/token")) {
      chain.doFilter(request, response);
      return;
    }
    requests.incrementAndGet();
    var answer = new ContentCachingResponseWrapper((HttpServletResponse) response);
    chain.doFilter(request, answer);
    decisions.incrementAndGet();
    try {
      Thread.sleep(delay);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      response.setContentLength(10_000);
      response.getOutputStream().write('{');
      response.flushBuffer();
      throw new IOException("The answer is lost on purpose");
    }
    statuses.add(answer.getStatus());
    answer.copyBodyToResponse();
  }

  private RegisteredClient.Builder client(String id, ClientAuthenticationMethod method) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientAuthenticationMethod(method)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUri("http://127.0.0.1/callback")
        .scope("orders:read")
        .scope("orders:write")
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                .accessTokenTimeToLive(accessTokenLife)
                .reuseRefreshTokens(false)
                .build());
  }

  /** The client as registered, with the address of its keys on this very server. */
  private RegisteredClient here(RegisteredClient client) {
    var settings = client.getClientSettings();
    return settings.getJwkSetUrl() == null
        ? client
        : RegisteredClient.from(client)
            .clientSettings(
                ClientSettings.withSettings(settings.getSettings())
                    .jwkSetUrl(
                        "http://127.0.0.1:" + tomcat.getConnector().getPort() + "/client-keys")
                    .build())
            .build();
  }

  private final class ClientKeys extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("application/json");
      response.getWriter().write(keys.toString(true));
    }
  }

  @TestConfiguration
  @EnableWebSecurity
  static class Wiring {

    @Bean
    SecurityFilterChain chain(HttpSecurity http, AuthorizationServer server) throws Exception {
      http.oauth2AuthorizationServer(oauth ->
          oauth
              .registeredClientRepository(
                  new InMemoryRegisteredClientRepository(
                      server.clients.stream().map(server::here).toList()))
              .authorizationService(server.authorizations)
              .authorizationServerSettings(AuthorizationServerSettings.builder().build()));
      http.securityMatcher("/oauth2/**");
      return http.build();
    }
  }
}
