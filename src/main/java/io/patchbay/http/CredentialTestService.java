package io.patchbay.http;

import io.patchbay.api.ApiCatalog;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.CallTarget;
import io.patchbay.api.NotCallableException;
import io.patchbay.api.StoredApi;
import io.patchbay.api.Verb;
import io.patchbay.api.VersionWish;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.Failure;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.CredentialStore;
import io.patchbay.credential.OAuthClient;
import io.patchbay.expression.Expression;
import io.patchbay.http.CredentialTest.CallTest;
import io.patchbay.http.CredentialTest.Candidate;
import io.patchbay.http.CredentialTest.TokenTest;
import io.patchbay.http.CredentialTest.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Shows whether a credential is taken: OAuth credentials by getting a fresh token, all others by a
 * call of an API that uses them. A call is repeated without the credential, since an answer that
 * comes either way proves nothing.
 */
@Service
public class CredentialTestService {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String NO_METHOD = "credentialTest";

  private final CredentialService credentials;
  private final CredentialStore store;
  private final TestCandidates candidates;
  private final OAuthTokens tokens;
  private final ApiCatalog catalog;
  private final ApiClient client;
  private final AuditTrail audit;
  private final Ids ids;

  CredentialTestService(
      CredentialService credentials,
      CredentialStore store,
      TestCandidates candidates,
      OAuthTokens tokens,
      ApiCatalog catalog,
      ApiClient client,
      AuditTrail audit,
      Ids ids) {
    this.credentials = credentials;
    this.store = store;
    this.candidates = candidates;
    this.tokens = tokens;
    this.catalog = catalog;
    this.client = client;
    this.audit = audit;
    this.ids = ids;
  }

  /** Calls that would show whether the credential is taken, the plainest first. */
  public List<Candidate> candidates(Access access, String name) {
    access.require(Role.VIEWER);
    return candidates.of(access, credentials.get(access, name).usedBy(), name);
  }

  /**
   * Tests a credential.
   *
   * @param wanted which call to make; absent for a token exchange, and where there are no tokens
   *     for the plainest call that there is
   * @throws InvalidException when that call is none for a test
   */
  public CredentialTest test(Access access, String name, @Nullable TestCall wanted) {
    access.require(Role.EDITOR);
    var view = credentials.get(access, name);
    var credential =
        store
            .find(access.workspace(), name)
            .orElseThrow(() -> NotFoundException.of("credential", name));
    if (wanted != null && !view.usedBy().contains(wanted.api())) {
      throw new InvalidException(
          "api", "API '%s' does not use this credential.".formatted(wanted.api()));
    }
    var others = candidates.of(access, view.usedBy(), name);
    var test =
        wanted == null && credential.settings() instanceof OAuthClient oauth
            ? token(credential, oauth, others)
            : choose(wanted, others, view.usedBy())
                .map(call -> call(access, name, call, others))
                .orElseGet(() ->
                    new CredentialTest(
                        Verdict.UNKNOWN,
                        "No API uses this credential yet; choose it in one, then test it.",
                        null,
                        null,
                        others));
    audit.record(access, "tested credential", name, test.verdict().name().toLowerCase(Locale.ROOT));
    return test;
  }

  private static Optional<TestCall> choose(
      @Nullable TestCall wanted, List<Candidate> candidates, List<String> usedBy) {
    return Optional.ofNullable(wanted)
        .or(() ->
            candidates.stream()
                .findFirst()
                .map(first -> new TestCall(first.api(), first.method(), null)))
        .or(() -> usedBy.stream().findFirst().map(api -> new TestCall(api, null, null)));
  }

  private CredentialTest token(
      Credential credential, OAuthClient oauth, List<Candidate> candidates) {
    var result = tokens.renew(TokenSource.of(credential, oauth, List.of()), PATIENCE);
    var exchange = result.exchange();
    var shown =
        exchange == null
            ? null
            : new TokenTest(
                exchange.tokenUrl(),
                exchange.grant(),
                exchange.clientAuth(),
                exchange.scopes(),
                exchange.status(),
                exchange.expiresInSeconds(),
                exchange.error(),
                exchange.durationUs());
    var failure = result.failure();
    if (failure == null) {
      store.used(credential);
      return new CredentialTest(
          Verdict.TAKEN, "%s gave a token.".formatted(oauth.tokenUrl()), shown, null, candidates);
    }
    store.failed(credential, failure.detail());
    return new CredentialTest(
        result.trouble() == TokenTrouble.PASSING ? Verdict.UNKNOWN : Verdict.REFUSED,
        failure.detail(),
        shown,
        null,
        candidates);
  }

  private CredentialTest call(
      Access access, String name, TestCall wanted, List<Candidate> candidates) {
    var api =
        catalog
            .api(access.workspace(), wanted.api())
            .orElseThrow(() -> NotFoundException.of("API", wanted.api()));
    var environment =
        wanted.environment() == null
            ? TestCandidates.environment(api.api(), name)
            : wanted.environment();
    if (environment != null && !catalog.hasEnvironment(access.workspace(), environment)) {
      throw new InvalidException(
          "environment", "There is no environment '%s' in this workspace.".formatted(environment));
    }
    var target = target(access, api, wanted, environment);
    if (!TestCandidates.readsWithoutInputs(target.method())) {
      throw new InvalidException(
          "method",
          "A test takes a GET or HEAD that needs no inputs; '%s' is none."
              .formatted(target.method().name()));
    }
    var response = call(access, target, target.method());
    var without = isRefusal(response) ? null : without(access, api, target, environment);
    var shown =
        new CallTest(
            wanted.api(),
            wanted.method(),
            environment,
            response.request() == null ? null : response.request().url(),
            response.status(),
            without,
            response.durationUs());
    var verdict = verdict(response, without);
    return new CredentialTest(
        verdict, message(verdict, response, without), null, shown, candidates);
  }

  private CallTarget target(
      Access access, StoredApi api, TestCall wanted, @Nullable String environment) {
    try {
      return wanted.method() == null
          ? catalog.target(
              access.workspace(), wanted.api(), ApiMethod.of(NO_METHOD, Verb.GET, "/"), environment)
          : catalog.target(
              access.workspace(),
              wanted.api(),
              api.mayBeEdited() ? VersionWish.DRAFT : null,
              wanted.method(),
              environment);
    } catch (NotCallableException e) {
      throw new NotFoundException(String.valueOf(e.getMessage()));
    }
  }

  private ApiResponse call(Access access, CallTarget target, ApiMethod method) {
    return client.call(
        new ApiRequest(
            access.workspace(),
            target.credentials(),
            target.api(),
            method,
            Map.of(),
            Expression.ABSENT,
            List.of(),
            Map.of("env", target.variables()),
            target.id(),
            ids.next().toString(),
            PATIENCE));
  }

  /** What the same call answers to anybody. */
  private @Nullable Integer without(
      Access access, StoredApi api, CallTarget target, @Nullable String environment) {
    if (!api.mayBeEdited()) {
      return null;
    }
    var anonymous = target.method().with(parts -> parts.security = List.of());
    try {
      var open = catalog.target(access.workspace(), api.ref().toString(), anonymous, environment);
      return call(access, open, anonymous).status();
    } catch (NotCallableException _) {
      return null;
    }
  }

  private static boolean isRefusal(ApiResponse response) {
    return response.status() == null || response.status() == 401;
  }

  private static boolean isDenial(@Nullable Integer status) {
    return status != null && (status == 401 || status == 403);
  }

  private static Verdict verdict(ApiResponse response, @Nullable Integer without) {
    var status = response.status();
    if (status == null) {
      var failure = response.failure();
      return failure != null && failure.kind() == Failure.Kind.AUTH
          ? Verdict.REFUSED
          : Verdict.UNKNOWN;
    }
    if (status == 401) {
      return Verdict.REFUSED;
    }
    if (status == 403) {
      return Verdict.UNKNOWN;
    }
    return isDenial(without) || (without == null && status < 400) ? Verdict.TAKEN : Verdict.UNKNOWN;
  }

  private static String message(Verdict verdict, ApiResponse response, @Nullable Integer without) {
    var status = response.status();
    var failure = response.failure();
    if (status == null) {
      return failure == null ? "No answer came." : failure.detail();
    }
    if (status == 401) {
      return "The API answered 401 Unauthorized: it does not take the credential.";
    }
    if (status == 403) {
      return "The API answered 403 Forbidden: either it does not take the credential, or the credential may not do this. Test with another method.";
    }
    if (verdict == Verdict.TAKEN) {
      return without == null
          ? "The API answered %d.".formatted(status)
          : "The API answered %d with the credential and %d without it.".formatted(status, without);
    }
    return without == null
        ? "The API answered %d, which says nothing about the credential. Test with another method."
            .formatted(status)
        : "The API answered %d with the credential and %d without it, which says nothing about it. Test with another method."
            .formatted(status, without);
  }
}
