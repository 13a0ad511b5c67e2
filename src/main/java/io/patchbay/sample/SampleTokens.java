package io.patchbay.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Access tokens of the sample API: signed, so that each node knows those of the others. */
@Component
class SampleTokens {

  static final Duration LASTS = Duration.ofMinutes(10);
  static final String READ = "orders.read";
  static final String WRITE = "orders.write";
  static final List<String> SCOPES = List.of(READ, WRITE);

  private final SampleServer server;
  private final InstantSource clock;

  SampleTokens(SampleServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  boolean isClient(String id, String secret) {
    return id.equals(SampleServer.CLIENT_ID) && same(secret, server.clientSecret());
  }

  String issue(List<String> scopes) {
    var expires = clock.instant().plus(LASTS).getEpochSecond();
    var claims = expires + "." + String.join("+", scopes);
    return claims + "." + server.sign(claims).orElseThrow();
  }

  /** The scopes of a token that holds; none when it does not. */
  Set<String> scopes(String token) {
    var dot = token.lastIndexOf('.');
    var start = token.indexOf('.');
    // Scopes hold a dot themselves: the first part ends at the first dot, the last at the last.
    if (start < 1 || dot <= start) {
      return Set.of();
    }
    var claims = token.substring(0, dot);
    var signature = server.sign(claims).orElse("");
    if (signature.isEmpty() || !same(token.substring(dot + 1), signature)) {
      return Set.of();
    }
    var expires = Long.parseLong(claims.substring(0, start)); // we wrote it ourselves
    return clock.instant().getEpochSecond() < expires
        ? Set.of(claims.substring(start + 1).split("\\+"))
        : Set.of();
  }

  private static boolean same(String given, String right) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
