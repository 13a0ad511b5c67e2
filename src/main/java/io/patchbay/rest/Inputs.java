package io.patchbay.rest;

import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Reads what stands in paths, queries and headers. */
final class Inputs {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)?");
  private static final Pattern REVISION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

  private Inputs() {}

  /** An id in a path: one that cannot be is one that is not there. */
  static UUID id(String kind, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw NotFoundException.of(kind, text);
    }
  }

  static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new InvalidException(field, "Give a value.");
    }
    return value;
  }

  static int limit(@Nullable Integer limit) {
    var wanted = limit == null ? 50 : limit;
    if (wanted < 1 || wanted > Page.MAX) {
      throw new InvalidException("limit", "Take 1 to " + Page.MAX + ".");
    }
    return wanted;
  }

  /** For example {@code 30s}, {@code 500ms}, {@code 2m}; a bare number means seconds. */
  static Duration duration(String field, String text, Duration longest) {
    var match = DURATION.matcher(text.strip());
    if (!match.matches()) {
      throw new InvalidException(field, "Write it as 30s, 500ms or 2m.");
    }
    var number = Long.parseLong(match.group(1));
    var unit = match.group(2);
    var duration =
        "ms".equals(unit)
            ? Duration.ofMillis(number)
            : "m".equals(unit) ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    return duration.compareTo(longest) < 0 ? duration : longest;
  }

  static @Nullable Instant instant(String field, @Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidException(field, "Write it as 2026-01-31T08:00:00Z.");
    }
  }

  /**
   * The revision that a change is based on: the number of {@code If-Match}, 0 for {@code
   * If-None-Match: *}, null when neither was sent.
   */
  static @Nullable Long expectedRevision(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    if ("*".equals(ifNoneMatch)) {
      return 0L;
    }
    if (ifMatch == null || ifMatch.equals("*")) {
      return null;
    }
    var match = REVISION.matcher(ifMatch.strip());
    if (!match.matches()) {
      throw new InvalidException("If-Match", "Send the ETag that a GET answered, as \"7\".");
    }
    return Long.valueOf(match.group(1));
  }

  /** A document with its revision as the ETag; 201 when it is new. */
  static <T> ResponseEntity<T> document(boolean isNew, long revision, T document) {
    return ResponseEntity.status(isNew ? 201 : 200).eTag("\"" + revision + "\"").body(document);
  }
}
