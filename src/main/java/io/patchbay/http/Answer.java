package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.expression.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt, on its way back through the interceptors.
 *
 * @param headers by lower-case name
 * @param outcome what is known of the attempt's effect
 * @param isPassing whether the same request may go better a moment later
 */
record Answer(
    @Nullable Integer status,
    Map<String, String> headers,
    @Nullable Object body,
    @Nullable String contentType,
    long bodyBytes,
    @Nullable Failure failure,
    Attempt.Outcome outcome,
    boolean isPassing) {

  /** No answer came. */
  static Answer none(Attempt.Outcome outcome, Failure failure, boolean isPassing) {
    return new Answer(null, Map.of(), Expression.ABSENT, null, 0, failure, outcome, isPassing);
  }

  /** A status came, but nothing that can be used after it. */
  static Answer received(int status, Failure failure, boolean isPassing) {
    return new Answer(
        status,
        Map.of(),
        Expression.ABSENT,
        null,
        0,
        failure,
        Attempt.Outcome.KNOWN_STATUS,
        isPassing);
  }

  /** Nothing was sent, and it would not go better later. */
  static Answer notSent(Failure failure) {
    return none(Attempt.Outcome.NOT_SENT, failure, false);
  }

  /** What is known of the attempt's effect, with what its status says about it. */
  Attempt.Outcome outcome(RetryRules rules) {
    return outcome == Attempt.Outcome.KNOWN_STATUS
            && status != null
            && (status == 401 || rules.refusing().contains(status))
        ? Attempt.Outcome.REFUSED
        : outcome;
  }

  boolean hasStatus(int wanted) {
    return status != null && status == wanted;
  }

  Answer withFailure(Failure newFailure, boolean newIsPassing) {
    return new Answer(
        status, headers, body, contentType, bodyBytes, newFailure, outcome, newIsPassing);
  }

  /** With secrets masked in all that the API said; the same object if there are none. */
  Answer redacted(Redactor redactor) {
    if (redactor == Redactor.NONE) {
      return this;
    }
    var clean = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> clean.put(name, redactor.redact(value)));
    return new Answer(
        status,
        clean,
        Expression.ABSENT.equals(body) ? body : redactor.redact(body),
        contentType,
        bodyBytes,
        failure == null ? null : redacted(failure, redactor),
        outcome,
        isPassing);
  }

  private static Failure redacted(Failure failure, Redactor redactor) {
    return new Failure(
        failure.kind(),
        redactor.redact(failure.title()),
        redactor.redact(failure.detail()),
        failure.status(),
        failure.step());
  }
}
