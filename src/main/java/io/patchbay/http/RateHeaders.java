package io.patchbay.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an API says about its own rate limit: the {@code RateLimit} header of the IETF draft in its
 * newer and older form, {@code RateLimit-*}, {@code X-RateLimit-*}, {@code X-Rate-Limit-*} and
 * {@code Retry-After}.
 *
 * @param remaining calls until the reset; absent when it does not say
 * @param reset until there are places again; absent when it does not say
 */
record RateHeaders(@Nullable Long remaining, @Nullable Duration reset) {

  /** Whatever an API says, it is asked again after an hour. */
  static final Duration MOST = Duration.ofHours(1);

  private static final RateHeaders SILENT = new RateHeaders(null, null);
  private static final List<String> PREFIXES =
      List.of("ratelimit-", "x-ratelimit-", "x-rate-limit-");
  private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,15})(?:\\.(\\d{1,9}))?.*");
  private static final Pattern PARAMETER = Pattern.compile("(?i)\\b([a-z]+)\\s*=\\s*(\\d{1,15})");

  /** Above this a number of seconds is a moment since 1970, as GitHub has it. */
  private static final long EPOCH_FROM = 1_000_000_000L;

  private static final long EPOCH_MILLIS_FROM = 1_000_000_000_000L;

  static RateHeaders of(Map<String, String> headers, Instant now) {
    var draft = headers.get("ratelimit");
    if (draft != null) {
      return draft(draft, now);
    }
    for (var prefix : PREFIXES) {
      var remaining = headers.get(prefix + "remaining");
      if (remaining != null) {
        var reset = headers.get(prefix + "reset");
        var after = headers.get(prefix + "reset-after");
        return new RateHeaders(number(remaining), reset(after == null ? reset : after, now));
      }
    }
    return SILENT;
  }

  /** How long the API wants to be left alone after this answer; zero when it does not say. */
  static Duration wait(Answer answer, Instant now) {
    var asked =
        Retry.retryAfter(answer.headers().get("retry-after"), now)
            .filter(time -> !time.isNegative());
    if (asked.isPresent()) {
      return asked.get();
    }
    return stop(of(answer.headers(), now)).orElse(Duration.ZERO);
  }

  /** Until when no call of this API makes sense; empty when nothing speaks against one. */
  static Optional<Duration> pause(Answer answer, Instant now) {
    if (answer.hasStatus(429)) {
      var wait = wait(answer, now);
      return wait.isZero() ? Optional.empty() : Optional.of(capped(wait));
    }
    return stop(of(answer.headers(), now)).map(RateHeaders::capped);
  }

  private static Optional<Duration> stop(RateHeaders said) {
    return said.remaining != null && said.remaining == 0 && said.reset != null
        ? Optional.of(said.reset)
        : Optional.empty();
  }

  private static Duration capped(Duration time) {
    return time.compareTo(MOST) > 0 ? MOST : time;
  }

  /**
   * {@code "minute";r=0;t=12, "day";r=90;t=4000}, or as older drafts had it {@code limit=10,
   * remaining=0, reset=12}. Of several limits the one that is used up longest counts.
   */
  private static RateHeaders draft(String value, Instant now) {
    var tightest = SILENT;
    Long remaining = null;
    Matcher parameters = PARAMETER.matcher(value);
    while (parameters.find()) {
      var number = parameters.group(2);
      switch (parameters.group(1).toLowerCase(java.util.Locale.ROOT)) {
        case "r", "remaining" -> {
          remaining = number(number);
          tightest = tightest.remaining == null ? new RateHeaders(remaining, null) : tightest;
        }
        case "t", "reset" ->
            tightest = tighter(tightest, new RateHeaders(remaining, reset(number, now)));
        default -> {}
      }
    }
    return tightest;
  }

  private static RateHeaders tighter(RateHeaders a, RateHeaders b) {
    if (a.remaining == null || a.reset == null) {
      return b;
    }
    if (b.remaining == null || b.reset == null || a.remaining < b.remaining) {
      return a;
    }
    return b.remaining < a.remaining || b.reset.compareTo(a.reset) > 0 ? b : a;
  }

  private static @Nullable Long number(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var number = NUMBER.matcher(text);
    return number.matches() ? Long.valueOf(number.group(1)) : null;
  }

  private static @Nullable Duration reset(@Nullable String text, Instant now) {
    if (text == null) {
      return null;
    }
    var number = NUMBER.matcher(text);
    if (!number.matches()) {
      return null;
    }
    long value = Long.parseLong(number.group(1));
    var until =
        value >= EPOCH_MILLIS_FROM
            ? Duration.between(now, Instant.ofEpochMilli(value))
            : value >= EPOCH_FROM
                ? Duration.between(now, Instant.ofEpochSecond(value))
                : Duration.ofSeconds(value).plus(fraction(number.group(2)));
    return until.isNegative() ? Duration.ZERO : until;
  }

  private static Duration fraction(@Nullable String digits) {
    return digits == null
        ? Duration.ZERO
        : Duration.ofNanos(Long.parseLong((digits + "000000000").substring(0, 9)));
  }
}
