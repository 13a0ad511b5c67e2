package io.patchbay.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a server wants to see for Digest, RFC 7616 section 3.3 and RFC 2617.
 *
 * @param named the algorithm as the server named it; absent when it named none, which means MD5
 * @param qop the quality of protection that we choose; absent for servers older than RFC 2617
 */
record DigestChallenge(
    String realm,
    String nonce,
    @Nullable String opaque,
    DigestAlgorithm algorithm,
    @Nullable String named,
    @Nullable String qop,
    boolean isStale,
    boolean wantsUserHash,
    boolean isUtf8) {

  /** The strongest of those that we can answer; empty when there is none. */
  static Optional<DigestChallenge> strongest(List<Challenge> challenges) {
    return challenges.stream()
        .filter(challenge -> challenge.scheme().equals("digest"))
        .map(DigestChallenge::of)
        .flatMap(Optional::stream)
        .max(Comparator.comparingInt(challenge -> challenge.algorithm().strength()));
  }

  private static Optional<DigestChallenge> of(Challenge challenge) {
    var nonce = challenge.get("nonce");
    var named = challenge.get("algorithm");
    var algorithm = DigestAlgorithm.of(named);
    var offered = offered(challenge.get("qop"));
    if (nonce == null || algorithm.isEmpty()) {
      return Optional.empty();
    }
    var qop = offered.contains("auth") ? "auth" : offered.contains("auth-int") ? "auth-int" : null;
    if (qop == null && !offered.isEmpty()) {
      return Optional.empty();
    }
    var realm = challenge.get("realm");
    return Optional.of(
        new DigestChallenge(
            realm == null ? "" : realm,
            nonce,
            challenge.get("opaque"),
            algorithm.get(),
            named,
            qop,
            "true".equalsIgnoreCase(challenge.get("stale")),
            "true".equalsIgnoreCase(challenge.get("userhash")),
            "utf-8".equalsIgnoreCase(challenge.get("charset"))));
  }

  private static Set<String> offered(@Nullable String qop) {
    return qop == null
        ? Set.of()
        : Arrays.stream(qop.split(","))
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet());
  }

  /** The same for the nonce that the server announced. */
  DigestChallenge withNonce(String next) {
    return new DigestChallenge(
        realm, next, opaque, algorithm, named, qop, false, wantsUserHash, isUtf8);
  }
}
