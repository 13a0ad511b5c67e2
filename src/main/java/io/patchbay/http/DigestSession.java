package io.patchbay.http;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one challenge, RFC 7616 section 3.4: its nonce serves many requests, which are
 * counted. Thread-safe; holds no password, only what it is hashed to.
 */
final class DigestSession {

  private final DigestChallenge challenge;
  private final String username;
  private final String passwordHash;
  private final String clientNonce;
  private final AtomicInteger count = new AtomicInteger();

  private DigestSession(
      DigestChallenge challenge, String username, String passwordHash, String clientNonce) {
    this.challenge = challenge;
    this.username = username;
    this.passwordHash = passwordHash;
    this.clientNonce = clientNonce;
  }

  static DigestSession of(
      DigestChallenge challenge, String username, String password, String clientNonce) {
    var algorithm = challenge.algorithm();
    var hash = algorithm.hex(username + ":" + challenge.realm() + ":" + password);
    return new DigestSession(
        challenge,
        username,
        algorithm.isSession()
            ? algorithm.hex(hash + ":" + challenge.nonce() + ":" + clientNonce)
            : hash,
        clientNonce);
  }

  /** The one that goes on with the nonce that the server announced, section 3.5. */
  DigestSession next(String nonce) {
    return new DigestSession(challenge.withNonce(nonce), username, passwordHash, clientNonce);
  }

  /** The value of the Authorization header for the request. */
  String authorization(Outgoing request) {
    var uri = request.address().path().isEmpty() ? "/" : request.address().path();
    var text = new StringBuilder("Digest ").append(user());
    add(text, "realm", challenge.realm());
    add(text, "nonce", challenge.nonce());
    add(text, "uri", uri);
    if (challenge.named() != null) {
      text.append(", algorithm=").append(challenge.named().strip());
    }
    var qop = challenge.qop();
    var asked = asked(request, uri, qop);
    if (qop == null) {
      // RFC 2069, before there was a quality of protection.
      add(text, "response", hex(passwordHash + ":" + challenge.nonce() + ":" + asked));
    } else {
      var nc = "%08x".formatted(count.incrementAndGet());
      text.append(", qop=").append(qop).append(", nc=").append(nc);
      add(text, "cnonce", clientNonce);
      var all = String.join(":", passwordHash, challenge.nonce(), nc, clientNonce, qop, asked);
      add(text, "response", hex(all));
    }
    if (challenge.opaque() != null) {
      add(text, "opaque", challenge.opaque());
    }
    return challenge.wantsUserHash() ? text.append(", userhash=true").toString() : text.toString();
  }

  private String asked(Outgoing request, String uri, @Nullable String qop) {
    var asked = request.verb() + ":" + uri;
    var body = request.body() == null ? new byte[0] : request.body().bytes();
    return hex("auth-int".equals(qop) ? asked + ":" + challenge.algorithm().hex(body) : asked);
  }

  private String user() {
    if (challenge.wantsUserHash()) {
      return "username=\"" + hex(username + ":" + challenge.realm()) + "\"";
    }
    var isAscii = username.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return challenge.isUtf8() && !isAscii
        ? "username*=UTF-8''" + PercentCode.encode(username)
        : "username=\"" + escaped(username) + "\"";
  }

  private static void add(StringBuilder text, String name, String value) {
    text.append(", ").append(name).append("=\"").append(escaped(value)).append('"');
  }

  /** What stands between quotes, its UTF-8 as the bytes that headers carry. */
  private static String escaped(String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace("\\", "\\\\")
        .replace("\"", "\\\"");
  }

  private String hex(String text) {
    return challenge.algorithm().hex(text);
  }
}
