package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.common.Failure;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.CredentialStore;
import io.patchbay.credential.OAuthClient;
import io.patchbay.credential.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Puts the credential of the API into the request, if it may go there and nobody set it by hand.
 * With OAuth, a token that the API refuses is replaced, and the call repeated, once.
 */
@Component
class Authenticate implements CallInterceptor {

  private static final String ORIGIN = "credential";

  private final CredentialStore credentials;
  private final OAuthTokens tokens;
  private final LiveSecrets secrets;
  private final Cache<Credential, Prepared> prepared = Caffeine.newBuilder().weakKeys().build();

  Authenticate(CredentialStore credentials, OAuthTokens tokens, LiveSecrets secrets) {
    this.credentials = credentials;
    this.tokens = tokens;
    this.secrets = secrets;
  }

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var auth = call.auth();
    if (!auth.needsCredential()
        || call.request().method().isWithoutAuth()
        || isSetByHand(auth, request)) {
      return next.proceed(call, request);
    }
    var credential = credential(call, auth);
    var answer =
        switch (auth) {
          case Auth.None _ -> next.proceed(call, request);
          case Auth.Basic _, Auth.Bearer _ -> {
            var ready = prepare(call, credential);
            yield next.proceed(call, withHeader(request, ready.authorization()));
          }
          case Auth.ApiKey apiKey -> {
            var _ = prepare(call, credential);
            yield next.proceed(call, withKey(request, apiKey, credential));
          }
          case Auth.OAuth2 oauth -> withToken(call, request, next, source(credential, oauth));
          case Auth.Digest _, Auth.AwsSigV4 _, Auth.Hmac _, Auth.ClientCertificate _ ->
              throw CallRefused.configuration(
                  "Authentication of kind %s is not there yet.".formatted(auth.kind()));
        };
    note(credential, answer);
    return answer;
  }

  private static boolean isSetByHand(Auth auth, Outgoing request) {
    return switch (auth) {
      case Auth.ApiKey key ->
          key.in() == Auth.ApiKey.In.HEADER
              && request.headers().find(key.name().toLowerCase(Locale.ROOT)) != null;
      default -> request.headers().find("authorization") != null;
    };
  }

  /** The credential that the API names, if it fits and may be sent there. */
  private Credential credential(Call call, Auth auth) {
    var api = call.request().api().name();
    var isGuest = call.isGuest();
    var name =
        auth.credentialName()
            .orElseThrow(() ->
                CallRefused.configuration(
                    "API '%s' authenticates, but no credential is chosen in it.".formatted(api)));
    var found =
        credentials
            .find(call.credentials(), name)
            .orElseThrow(() ->
                CallRefused.configuration(
                    isGuest
                        ? "The credential that is shared with API '%s' is not there. Ask its owners."
                            .formatted(api)
                        : "API '%s' uses the credential '%s', which does not exist."
                            .formatted(api, name)));
    requireFit(auth, found, api, isGuest);
    var origin = call.plan().origin();
    // Only its owners' first call says where it may go.
    var bound = isGuest ? found : credentials.bound(found, call.plan().apiOrigin());
    if (!bound.origins().contains(origin)) {
      throw refused(
          isGuest
              ? "The credential that is shared with API '%s' may not be sent to %s. Ask its owners."
                  .formatted(api, origin)
              : "%s is sent to %s, but credential '%s' may be sent to %s only. If that is right, add %s to the origins of the credential and enter its secret again."
                  .formatted(
                      call.request().method().name(),
                      origin,
                      name,
                      String.join(", ", texts(bound)),
                      origin));
    }
    return bound;
  }

  private static void requireFit(Auth auth, Credential credential, String api, boolean isGuest) {
    if (!auth.fits(credential.settings())) {
      throw CallRefused.configuration(
          isGuest
              ? "API '%s' cannot authenticate with the credential that is shared with it. Ask its owners."
                  .formatted(api)
              : "API '%s' cannot authenticate with credential '%s', which is of kind %s."
                  .formatted(api, credential.name(), credential.settings().kind()));
    }
  }

  private Prepared prepare(Call call, Credential credential) {
    var ready = prepared.get(credential, this::newlyPrepared);
    call.uses(ready.redactor());
    if (call.isGuest()) {
      remember(call.request().workspace(), credential, ready.authorization());
    }
    return ready;
  }

  private Prepared newlyPrepared(Credential credential) {
    var secret = main(credential).reveal();
    var value =
        credential.settings() instanceof CredentialSettings.Basic basic
            ? "Basic " + base64(basic.username() + ":" + secret)
            : "Bearer " + secret;
    var line = HeaderLine.of("Authorization", value, ORIGIN, true);
    remember(credential.workspace(), credential, line);
    return new Prepared(line, Redactor.of(List.of(secret, sent(line))));
  }

  private void remember(WorkspaceId workspace, Credential credential, HeaderLine line) {
    credential.secrets().all().forEach(secret -> secrets.add(workspace, secret.reveal()));
    secrets.add(workspace, sent(line));
  }

  private static String sent(HeaderLine line) {
    return line.value().substring(line.value().indexOf(' ') + 1);
  }

  private static Outgoing withHeader(Outgoing request, HeaderLine line) {
    return request.withHeaders(request.headers().with(line));
  }

  private static Outgoing withKey(Outgoing request, Auth.ApiKey auth, Credential credential) {
    var value = main(credential).reveal();
    return switch (auth.in()) {
      case HEADER -> withHeader(request, HeaderLine.of(auth.name(), value, ORIGIN, true));
      case QUERY -> request.withAddress(request.address().withSecretQuery(auth.name(), value));
      case COOKIE ->
          request.withHeaders(
              Cookies.with(
                  request.headers(), auth.name() + "=" + PercentCode.encodeCookie(value), ORIGIN));
    };
  }

  private static TokenSource source(Credential credential, Auth.OAuth2 oauth) {
    if (credential.settings() instanceof OAuthClient client) {
      return TokenSource.of(credential, client, oauth.scopes());
    }
    throw new IllegalStateException("The credential was checked to fit");
  }

  private Answer withToken(Call call, Outgoing request, Next next, TokenSource source) {
    var first = token(call, source);
    var answer = next.proceed(call, withHeader(request, first.authorization()));
    if (!answer.hasStatus(401) || !tokens.refused(source, first)) {
      return answer;
    }
    var second = token(call, source);
    var repeated = next.proceed(call, withHeader(request, second.authorization()));
    if (repeated.hasStatus(401)) {
      tokens.refusedAgain(source);
    }
    return repeated;
  }

  private OAuthToken token(Call call, TokenSource source) {
    var start = System.nanoTime();
    var result = tokens.get(source, call.remaining());
    var isGuest = call.isGuest();
    if (result.exchange() != null || result.token() == null) {
      call.tokenTook((System.nanoTime() - start) / 1_000, isGuest ? null : result.exchange());
    }
    if (result.token() != null) {
      call.uses(result.token().redactor());
      if (isGuest) {
        secrets.add(call.request().workspace(), result.token().reveal());
      }
      return result.token();
    }
    var failure = result.failure();
    if (failure == null) {
      throw new IllegalStateException("Neither a token nor a failure");
    }
    if (failure.kind() == Failure.Kind.AUTH) {
      credentials.failed(source.credential(), failure.detail());
    }
    throw new CallRefused(isGuest ? untold(call, failure) : failure);
  }

  /** Without what the token endpoint said, which is for the credential's owners. */
  private static Failure untold(Call call, Failure failure) {
    return Failure.of(
        failure.kind(),
        "No token",
        "The credential that is shared with API '%s' got no token. Its owners see why."
            .formatted(call.request().api().name()));
  }

  /** Only what the API says of the credential counts, not that it could not be reached. */
  private void note(Credential credential, Answer answer) {
    if (answer.hasStatus(401)) {
      credentials.failed(credential, "The API answered 401 Unauthorized.");
    } else if (answer.status() != null) {
      credentials.used(credential);
    }
  }

  private static CallRefused refused(String detail) {
    return new CallRefused(
        Failure.of(Failure.Kind.AUTH, "The credential may not be sent there", detail));
  }

  private static List<String> texts(Credential credential) {
    return credential.origins().stream().map(Object::toString).sorted().toList();
  }

  private static Secret main(Credential credential) {
    return credential.secret(credential.settings().secrets().getFirst().name());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a credential becomes in a request, made once. */
  private record Prepared(HeaderLine authorization, Redactor redactor) {}
}
