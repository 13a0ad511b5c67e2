package io.patchbay.account;

import io.patchbay.common.Access.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns values into what JDBC stores, and back. */
final class Rows {

  private Rows() {}

  static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }

  static @Nullable Instant optionalInstant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Role role(String word) {
    return Role.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
