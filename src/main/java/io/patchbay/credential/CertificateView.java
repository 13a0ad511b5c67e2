package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as people see it: all but the private key.
 *
 * @param subject, issuer, serial, sha256, notBefore, notAfter, keyType, pin those of a client's own
 *     certificate, or of the authority that ends first
 * @param daysLeft whole days until {@code notAfter}; negative once it is over
 * @param chain a client's own certificate first, or all authorities
 * @param warnings what may go wrong with it, one sentence each
 * @param usedBy who refers to it
 * @param revision grows with each upload
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CertificateView(
    UUID id,
    String name,
    CertificateUse use,
    String subject,
    String issuer,
    String serial,
    String sha256,
    Instant notBefore,
    Instant notAfter,
    long daysLeft,
    String keyType,
    String pin,
    List<CertificateEntry> chain,
    List<String> warnings,
    List<CertificateUser> usedBy,
    long revision,
    Instant createdAt,
    Instant updatedAt,
    String updatedBy) {

  /** From how many days before its end on people are warned. */
  private static final int[] LEVELS = {1, 7, 14, 30};

  public CertificateView {
    chain = List.copyOf(chain);
    warnings = List.copyOf(warnings);
    usedBy = List.copyOf(usedBy);
  }

  /**
   * How near its end is: 30, 14, 7 or 1 for at most so many days, 0 once it is over; absent while
   * there is time.
   */
  public @Nullable Integer expiryLevel() {
    return level(daysLeft);
  }

  CertificateView withWarnings(List<String> newWarnings) {
    return new CertificateView(
        id,
        name,
        use,
        subject,
        issuer,
        serial,
        sha256,
        notBefore,
        notAfter,
        daysLeft,
        keyType,
        pin,
        chain,
        newWarnings,
        usedBy,
        revision,
        createdAt,
        updatedAt,
        updatedBy);
  }

  static @Nullable Integer level(long daysLeft) {
    if (daysLeft < 0) {
      return 0;
    }
    for (var level : LEVELS) {
      if (daysLeft <= level) {
        return level;
      }
    }
    return null;
  }

  /** Whole days from {@code now} until {@code end}; negative once it is over. */
  public static long daysBetween(Instant now, Instant end) {
    var left = Duration.between(now, end);
    return left.isNegative() ? Math.min(-1, left.toDays()) : left.toDays();
  }
}
