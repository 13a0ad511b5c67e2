package io.patchbay.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hash of RFC 7616, section 3.2.
 *
 * @param strength the greater the better
 * @param isSession whether the password's hash holds for one nonce only
 */
record DigestAlgorithm(String hash, int strength, boolean isSession) {

  private static final String SESSION = "-sess";

  /** The one of that name; empty when it is not known. */
  static Optional<DigestAlgorithm> of(@Nullable String name) {
    var word = name == null || name.isBlank() ? "md5" : name.strip().toLowerCase(Locale.ROOT);
    var isSession = word.endsWith(SESSION);
    var plain = isSession ? word.substring(0, word.length() - SESSION.length()) : word;
    return switch (plain) {
      case "md5" -> Optional.of(new DigestAlgorithm("MD5", 1, isSession));
      case "sha-256" -> Optional.of(new DigestAlgorithm("SHA-256", 2, isSession));
      case "sha-512-256" -> Optional.of(new DigestAlgorithm("SHA-512/256", 3, isSession));
      default -> Optional.empty();
    };
  }

  String hex(byte[] data) {
    return HexFormat.of().formatHex(Digests.of(hash).digest(data));
  }

  String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
