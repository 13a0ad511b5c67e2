package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.common.Failure;
import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.CredentialStore;
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
    var auth = call.request().api().auth();
    if (auth instanceof Auth.None
        || call.request().method().isWithoutAuth()
        || isSetByHand(auth, request)) {
      return next.proceed(call, request);
    }
    var credential = credential(call, auth);
    var answer =
        switch (auth) {
          case Auth.None _ -> next.proceed(call, request);
          case Auth.Basic _, Auth.Bearer _ -> {
            var ready = prepare(credential);
            call.uses(ready.redactor());
            yield next.proceed(call, withHeader(request, ready.authorization()));
          }
          case Auth.ApiKey apiKey -> {
            call.uses(prepare(credential).redactor());
            yield next.proceed(call, withKey(request, apiKey, credential));
          }
          case Auth.OAuth2ClientCredentials oauth ->
              withToken(call, request, next, source(credential, oauth));
        };
    note(credential, answer);
    return answer;
  }

  private static boolean isSetByHand(Auth auth, Outgoing request) {
    return switch (auth) {
      case Auth.ApiKey key ->
          key.in() == Auth.ApiKey.In.HEADER
              && request.headers().find(key.name().toLowerCase(Locale.ROOT)) != null;
      case Auth.None _, Auth.Basic _, Auth.Bearer _, Auth.OAuth2ClientCredentials _ ->
          request.headers().find("authorization") != null;
    };
  }

  /** The credential that the API names, if it fits and may be sent there. */
  private Credential credential(Call call, Auth auth) {
    var api = call.request().api().name();
    var name =
        auth.credentialName()
            .orElseThrow(() ->
                CallRefused.configuration(
                    "API '%s' authenticates, but no credential is chosen in it.".formatted(api)));
    var found =
        credentials
            .find(call.request().workspace(), name)
            .orElseThrow(() ->
                CallRefused.configuration(
                    "API '%s' uses the credential '%s', which does not exist."
                        .formatted(api, name)));
    requireFit(auth, found, api);
    var origin = call.plan().origin();
    var bound = credentials.bound(found, call.plan().apiOrigin());
    if (!bound.origins().contains(origin)) {
      throw refused(
          "%s is sent to %s, but credential '%s' may be sent to %s only. If that is right, add %s to the origins of the credential and enter its secret again."
              .formatted(
                  call.request().method().name(),
                  origin,
                  name,
                  String.join(", ", texts(bound)),
                  origin));
    }
    return bound;
  }

  private static void requireFit(Auth auth, Credential credential, String api) {
    var fits =
        switch (auth) {
          case Auth.None _ -> true;
          case Auth.Basic _ -> credential.settings() instanceof CredentialSettings.Basic;
          case Auth.Bearer _ -> credential.settings() instanceof CredentialSettings.Bearer;
          case Auth.ApiKey _ -> credential.settings() instanceof CredentialSettings.ApiKey;
          case Auth.OAuth2ClientCredentials _ ->
              credential.settings() instanceof CredentialSettings.OAuth2ClientCredentials;
        };
    if (!fits) {
      throw CallRefused.configuration(
          "API '%s' cannot authenticate with credential '%s', which is of kind %s."
              .formatted(api, credential.name(), credential.settings().kind()));
    }
  }

  private Prepared prepare(Credential credential) {
    return prepared.get(credential, this::newlyPrepared);
  }

  private Prepared newlyPrepared(Credential credential) {
    var secret = credential.secret().reveal();
    var value =
        switch (credential.settings()) {
          case CredentialSettings.Basic basic -> "Basic " + base64(basic.username() + ":" + secret);
          case CredentialSettings.Bearer _,
              CredentialSettings.ApiKey _,
              CredentialSettings.OAuth2ClientCredentials _ ->
              "Bearer " + secret;
        };
    var sent = value.substring(value.indexOf(' ') + 1);
    secrets.add(credential.workspace(), secret);
    secrets.add(credential.workspace(), sent);
    return new Prepared(
        HeaderLine.of("Authorization", value, ORIGIN, true), Redactor.of(List.of(secret, sent)));
  }

  private static Outgoing withHeader(Outgoing request, HeaderLine line) {
    return request.withHeaders(request.headers().with(line));
  }

  private static Outgoing withKey(Outgoing request, Auth.ApiKey auth, Credential credential) {
    var value = credential.secret().reveal();
    return switch (auth.in()) {
      case HEADER -> withHeader(request, HeaderLine.of(auth.name(), value, ORIGIN, true));
      case QUERY -> request.withAddress(request.address().withSecretQuery(auth.name(), value));
      case COOKIE ->
          request.withHeaders(
              Cookies.with(
                  request.headers(), auth.name() + "=" + PercentCode.encodeCookie(value), ORIGIN));
    };
  }

  private static TokenSource source(Credential credential, Auth.OAuth2ClientCredentials oauth) {
    if (credential.settings() instanceof CredentialSettings.OAuth2ClientCredentials client) {
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
    if (result.exchange() != null || result.token() == null) {
      call.tokenTook((System.nanoTime() - start) / 1_000, result.exchange());
    }
    if (result.token() != null) {
      call.uses(result.token().redactor());
      return result.token();
    }
    var failure = result.failure();
    if (failure == null) {
      throw new IllegalStateException("Neither a token nor a failure");
    }
    if (failure.kind() == Failure.Kind.AUTH) {
      credentials.failed(source.credential(), failure.detail());
    }
    throw new CallRefused(failure);
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

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a credential becomes in a request, made once. */
  private record Prepared(HeaderLine authorization, Redactor redactor) {}
}
