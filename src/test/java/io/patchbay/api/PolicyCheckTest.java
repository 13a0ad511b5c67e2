package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          connectMs: 0                                          | policies.connectMs
          tlsMs: 60001                                          | policies.tlsMs
          totalMs: 3600001                                      | policies.totalMs
          retries: 11                                           | policies.retries
          retry: {statuses: [200]}                              | policies.retry.statuses
          retry: {refused: [600]}                               | policies.retry.refused
          retry: {budgetPercent: 101}                           | policies.retry.budgetPercent
          rateLimit: {perSeconds: 5}                            | policies.rateLimit.requests
          rateLimit: {followHeaders: false}                     | policies.rateLimit
          rateLimit: {requests: 5, perSeconds: 1, burst: 6}     | policies.rateLimit.burst
          circuitBreaker: {failurePercent: 101}                 | policies.circuitBreaker.failurePercent
          circuitBreaker: {windowSeconds: 0}                    | policies.circuitBreaker.windowSeconds
          pagination: {kind: cursor}                            | policies.pagination.next
          pagination: {kind: nextLink}                          | policies.pagination.next
          pagination: {kind: page, start: "x"}                  | policies.pagination.start
          pagination: {kind: page, size: 10}                    | policies.pagination.sizeParameter
          pagination: {kind: page, items: "response.body.["}    | policies.pagination.items
          pagination: {kind: page, maxPages: 10001}             | policies.pagination.maxPages
          """)
  void saysWhatCannotBe(String yaml, String where) {
    assertThat(PolicyCheck.problems("policies", policies(yaml)))
        .extracting(Problem::where)
        .containsExactly(where);
  }

  @Test
  void takesWhatMakesSense() {
    var all =
        policies(
            """
            connectMs: 1000
            retry: {statuses: [503], refused: [503], baseMs: 100, maxMs: 5000, budgetPercent: 10}
            rateLimit: {requests: 100, perSeconds: 60, burst: 10}
            circuitBreaker: {failurePercent: 0}
            pagination: {kind: cursor, next: "response.body.has_more ? response.body.data[-1].id", parameter: starting_after}
            """);

    assertThat(PolicyCheck.problems("policies", all)).isEmpty();
    assertThat(PolicyCheck.problems("policies", policies("rateLimit: {followHeaders: true}")))
        .isEmpty();
  }

  private static Policies policies(String yaml) {
    return Json.readDocument(yaml, Policies.class);
  }
}
