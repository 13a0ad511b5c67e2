package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.common.Failure;
import io.patchbay.common.Ids;
import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.Origin;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers Digest challenges, RFC 7616. A challenge that was answered well serves later calls of the
 * credential too, so that they need no second round.
 */
final class DigestAuthenticator implements Authenticator<Auth.Digest> {

  private final UsedSecrets secrets;
  private final Ids ids;
  private final Cache<Key, DigestSession> sessions =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofMinutes(30)).build();

  DigestAuthenticator(LiveSecrets secrets, Ids ids) {
    this.secrets = UsedSecrets.ofUser(secrets, DigestAuthenticator::username);
    this.ids = ids;
  }

  @Override
  public Answer authenticate(
      Call call,
      Outgoing request,
      CallInterceptor.Next next,
      Auth.Digest auth,
      Credential credential) {
    secrets.in(call, credential);
    var key = new Key(credential.id(), credential.revision(), request.address().origin());
    var known = sessions.getIfPresent(key);
    var answer = next.proceed(call, known == null ? request : signed(request, known));
    if (isAccepted(answer)) {
      return keep(key, known, answer);
    }
    if (known != null) {
      sessions.asMap().remove(key, known);
    }
    var isAnswered = false;
    var challenge = challenge(call, answer);
    for (int round = 0; challenge.isPresent() && round < 2; round++) {
      var session = session(challenge.get(), credential);
      answer = next.proceed(call, signed(request, session));
      if (isAccepted(answer)) {
        return keep(key, session, answer);
      }
      // Once more when only the nonce was too old; anything else means that the password is wrong.
      challenge = challenge(call, answer).filter(DigestChallenge::isStale);
      isAnswered = true;
    }
    return explained(call, answer, isAnswered);
  }

  /** Why it came to nothing, which the bare 401 does not say. */
  private static Answer explained(Call call, Answer answer, boolean isAnswered) {
    if (call.isRedirected()) {
      return answer;
    }
    var api = call.request().api().name();
    var detail =
        isAnswered
            ? "%s took the answer to its Digest challenge for wrong: user name or password are not right."
                .formatted(api)
            : "%s does not ask for Digest in a way that is known%s. Choose another kind of authentication in the API."
                .formatted(api, offered(answer));
    return answer.withFailure(
        Failure.of(Failure.Kind.STATUS, "401 Unauthorized", detail).withStatus(401), false);
  }

  private static String offered(Answer answer) {
    var schemes =
        Challenge.parse(answer.headers().get("www-authenticate")).stream()
            .map(Challenge::scheme)
            .distinct()
            .map(scheme -> scheme.substring(0, 1).toUpperCase(Locale.ROOT) + scheme.substring(1))
            .toList();
    return schemes.isEmpty() ? "" : "; it offers " + String.join(", ", schemes);
  }

  private static boolean isAccepted(Answer answer) {
    return !answer.hasStatus(401);
  }

  /** What to answer; empty also when another address than the API's own asks, after a redirect. */
  private static Optional<DigestChallenge> challenge(Call call, Answer answer) {
    return !answer.hasStatus(401) || call.isRedirected()
        ? Optional.empty()
        : DigestChallenge.strongest(Challenge.parse(answer.headers().get("www-authenticate")));
  }

  private DigestSession session(DigestChallenge challenge, Credential credential) {
    return DigestSession.of(
        challenge, username(credential), credential.secret("password").reveal(), ids.token(18));
  }

  private static Outgoing signed(Outgoing request, DigestSession session) {
    return request.signedBy(
        hop -> hop.withSecretHeader("Authorization", session.authorization(hop)));
  }

  private Answer keep(Key key, @Nullable DigestSession session, Answer answer) {
    if (session != null && answer.status() != null) {
      var next = nextNonce(answer.headers().get("authentication-info"));
      sessions.put(key, next == null ? session : session.next(next));
    }
    return answer;
  }

  /** What {@code Authentication-Info} announces, which is a list of parameters without a scheme. */
  private static @Nullable String nextNonce(@Nullable String info) {
    if (info == null) {
      return null;
    }
    var read = Challenge.parse("Digest " + info);
    return read.isEmpty() ? null : read.getFirst().get("nextnonce");
  }

  private static String username(Credential credential) {
    if (credential.settings() instanceof CredentialSettings.Digest(String username)) {
      return username;
    }
    throw new IllegalStateException("The credential was checked to fit");
  }

  private record Key(UUID credential, long revision, Origin origin) {}
}
