package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.expression.Expression;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateHeadersTest {

  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | RateLimit: "default";r=0;t=30                                  | 30
          200 | RateLimit: "minute";r=0;t=12, "day";r=90;t=4000                | 12
          200 | RateLimit: "minute";r=0;t=12, "day";r=0;t=300                  | 300
          200 | RateLimit: "default";r=5;t=30                                  |
          200 | RateLimit: limit=100, remaining=0, reset=7                     | 7
          200 | RateLimit-Remaining: 0~RateLimit-Reset: 9                      | 9
          200 | X-RateLimit-Remaining: 0~X-RateLimit-Reset: 1795478460         | 60
          200 | X-RateLimit-Remaining: 0~X-RateLimit-Reset: 1795478460000      | 60
          200 | X-RateLimit-Remaining: 0~X-RateLimit-Reset: 15                 | 15
          200 | X-RateLimit-Remaining: 0~X-RateLimit-Reset-After: 2.5~X-RateLimit-Reset: 1795478460 | 2.5
          200 | X-Rate-Limit-Remaining: 0~X-Rate-Limit-Reset: 1795478405       | 5
          200 | X-RateLimit-Remaining: 0~X-RateLimit-Reset: 1795470000         | 0
          200 | X-RateLimit-Remaining: 3~X-RateLimit-Reset: 15                 |
          200 | X-RateLimit-Remaining: 0                                       |
          200 | X-RateLimit-Remaining: none~X-RateLimit-Reset: soon            |
          200 | RateLimit-Remaining: 0~RateLimit-Reset: 90000                  | 3600
          429 | Retry-After: 20                                                | 20
          429 | Retry-After: Tue, 24 Nov 2026 00:01:00 GMT                     | 60
          429 | Retry-After: Tue, 24 Nov 2020 00:01:00 GMT                     |
          429 | X-Other: 1                                                     |
          429 | Retry-After: 86400                                             | 3600
          503 | Retry-After: 20                                                |
          """)
  void saysHowLongNoCallMakesSense(int status, String headers, Double seconds) {
    var pause = RateHeaders.pause(answer(status, headers), NOW);

    assertThat(pause)
        .isEqualTo(
            java.util.Optional.ofNullable(seconds)
                .map(s -> Duration.ofMillis(Math.round(s * 1_000))));
  }

  private static Answer answer(int status, String lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (var line : lines.strip().split("~")) {
      var colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    return new Answer(
        status, headers, Expression.ABSENT, null, 0, null, Attempt.Outcome.KNOWN_STATUS, false);
  }
}
