package io.patchbay.http;

import io.patchbay.api.Api;
import io.patchbay.api.ApiCatalog;
import io.patchbay.api.ApiId;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Customization;
import io.patchbay.common.Access;
import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CredentialFixture;
import io.patchbay.expression.Expression;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that makes calls, wired by hand on a real database; as one node of several. */
final class CallFixture implements AutoCloseable {

  final CredentialFixture credentials;
  final EgressPolicy policy;
  final HttpClients clients;
  final Connector connector;
  final LiveSecrets secrets = new LiveSecrets(InstantSource.system());
  final OAuthGrantRepository grantRepository;
  final OAuthGrants grants;
  final TokenEndpoint endpoint;
  final OAuthTokens tokens;
  final OAuthTokenService tokenService;
  final Turns turns;
  final CallPolicies policies;
  final ApiClient client;
  final Access access;

  CallFixture(TestDatabase database) {
    this(new CredentialFixture(database), null, TrustedAuthorities.of(""), "127.0.0.1:*");
  }

  CallFixture(
      CredentialFixture credentials,
      @Nullable Access access,
      TrustedAuthorities trusted,
      String allow) {
    this(credentials, access, trusted, allow, ServerProxy.NONE);
  }

  CallFixture(
      CredentialFixture credentials,
      @Nullable Access access,
      TrustedAuthorities trusted,
      String allow,
      ServerProxy serverProxy) {
    this.credentials = credentials;
    this.access = access == null ? credentials.workspace() : access;
    this.policy = EgressPolicy.of(allow);
    var clock = InstantSource.system();
    this.clients = new HttpClients(policy, trusted, HttpClients.Limits.DEFAULTS, clock);
    this.connector =
        new Connector(
            clients,
            credentials.certificateStore,
            new ProxyChoice(serverProxy, credentials.store, secrets),
            clock);
    var repository = new OAuthTokenRepository(credentials.database.jdbc(), credentials.vault);
    this.grantRepository = new OAuthGrantRepository(credentials.database.jdbc(), credentials.vault);
    this.grants = new OAuthGrants(grantRepository, secrets, clock);
    var connections =
        new TokenConnections(
            connector,
            credentials.certificateStore,
            credentials.users(),
            credentials.none(ApiCatalog.class));
    this.endpoint = new TokenEndpoint(connections, credentials.ids, clock);
    var requester = new TokenRequester(endpoint, secrets, clock);
    var grantRenewal =
        new GrantRenewal(
            grants,
            new OAuthRenewalRepository(credentials.database.jdbc()),
            requester,
            credentials.ids,
            clock);
    var renewal =
        new TokenRenewal(repository, requester, grantRenewal, secrets, credentials.ids, clock);
    this.tokens = new OAuthTokens(repository, renewal, clock);
    credentials.listener(tokens);
    this.tokenService =
        new OAuthTokenService(repository, tokens, credentials.store, credentials.users(), clock);
    this.turns = new Turns(new RateLimitRepository(credentials.database.jdbc()), clock);
    this.policies = new CallPolicies(turns, new CredentialChoice(credentials.store), clock);
    this.client =
        new ApiClient(
            connector,
            new Customize(
                new IdempotencyKeys(credentials.vault),
                new RequestSigner(secrets, credentials.ids, clock),
                new CredentialChoice(credentials.store)),
            new Authenticate(
                credentials.store,
                new CredentialChoice(credentials.store),
                new OAuthAuthenticator(credentials.store, tokens, secrets),
                new RequestSigner(secrets, credentials.ids, clock),
                secrets,
                credentials.ids,
                clock),
            policies,
            secrets,
            clock);
  }

  /** A node beside this one: same database and master key, its own memory and connections. */
  CallFixture otherNode() {
    return node(new CredentialFixture(credentials.database, credentials.masterKey), access);
  }

  /** A node of a house that is there. */
  static CallFixture node(CredentialFixture credentials, Access access) {
    return new CallFixture(credentials, access, TrustedAuthorities.of(""), "127.0.0.1:*");
  }

  void credential(String name, String yaml) {
    credentials.service.put(access, name, CredentialFixture.document(yaml));
  }

  static Api api(String yaml) {
    return Json.readDocument(yaml, Api.class);
  }

  Asking ask(Api api, String method) {
    return new Asking(this, api, api.method(method).orElseThrow());
  }

  @Override
  public void close() throws IOException {
    client.close();
    clients.close();
  }

  /** A call in the making. */
  static final class Asking {

    private final CallFixture fixture;
    private final Api api;
    private final ApiMethod method;
    private final Map<String, @Nullable Object> inputs = new HashMap<>();
    private final Map<String, @Nullable Object> scope = new HashMap<>();
    private @Nullable Object body = Expression.ABSENT;
    private List<Customization> customizations = List.of();
    private @Nullable ApiId id;
    private Duration patience = Duration.ofSeconds(60);
    private String identity = "run|step";
    private @Nullable WorkspaceId lender;

    Asking(CallFixture fixture, Api api, ApiMethod method) {
      this.fixture = fixture;
      this.api = api;
      this.method = method;
    }

    Asking with(String input, @Nullable Object value) {
      inputs.put(input, value);
      return this;
    }

    Asking body(@Nullable Object newBody) {
      body = newBody;
      return this;
    }

    Asking customizedBy(Customization... nodes) {
      customizations = List.of(nodes);
      return this;
    }

    Asking seeing(String name, @Nullable Object value) {
      scope.put(name, value);
      return this;
    }

    Asking patience(Duration newPatience) {
      patience = newPatience;
      return this;
    }

    Asking as(ApiId kept) {
      id = kept;
      return this;
    }

    /** The API is another workspace's, and its credentials. */
    Asking lentBy(WorkspaceId owner) {
      lender = owner;
      return this;
    }

    Asking customizedBy(String... yaml) {
      customizations =
          Stream.of(yaml).map(one -> Json.readDocument("--- " + one, Customization.class)).toList();
      return this;
    }

    Asking identity(String newIdentity) {
      identity = newIdentity;
      return this;
    }

    ApiRequest request() {
      return new ApiRequest(
          fixture.access.workspace(),
          lender == null ? fixture.access.workspace() : lender,
          api,
          method,
          inputs,
          body,
          customizations,
          scope,
          id,
          identity,
          patience);
    }

    ApiResponse call() {
      return fixture.client.call(request());
    }
  }
}
