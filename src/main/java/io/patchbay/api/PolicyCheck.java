package io.patchbay.api;

import io.patchbay.api.Policies.CircuitBreaker;
import io.patchbay.api.Policies.Pagination;
import io.patchbay.api.Policies.Pagination.Kind;
import io.patchbay.api.Policies.RateLimit;
import io.patchbay.api.Policies.RetryPolicy;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.expression.Expression;
import io.patchbay.expression.ExpressionException;
import io.patchbay.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds all that is wrong with policies: what is out of range, and what does not go together. */
public final class PolicyCheck {

  private static final int DAY = 86_400;

  private final List<Problem> problems = new ArrayList<>();
  private final String where;

  private PolicyCheck(String where) {
    this.where = where;
  }

  /** All problems; empty when the policies can be kept. */
  public static List<Problem> problems(String where, @Nullable Policies policies) {
    if (policies == null) {
      return List.of();
    }
    var check = new PolicyCheck(where);
    check.range("connectMs", policies.connectMs(), 1, 60_000);
    check.range("tlsMs", policies.tlsMs(), 1, 60_000);
    check.range("responseMs", policies.responseMs(), 1, 600_000);
    check.range("totalMs", policies.totalMs(), 1, 3_600_000);
    check.range("retries", policies.retries(), 0, 10);
    check.range("maxResponseBytes", policies.maxResponseBytes(), 1, 100 * 1024 * 1024);
    Optional.ofNullable(policies.retry()).ifPresent(check::retry);
    Optional.ofNullable(policies.rateLimit()).ifPresent(check::rateLimit);
    Optional.ofNullable(policies.circuitBreaker()).ifPresent(check::circuitBreaker);
    Optional.ofNullable(policies.pagination()).ifPresent(check::pagination);
    return List.copyOf(check.problems);
  }

  private void retry(RetryPolicy retry) {
    retry.statuses().forEach(status -> range("retry.statuses", status, 400, 599));
    retry.refused().forEach(status -> range("retry.refused", status, 400, 599));
    range("retry.baseMs", retry.baseMs(), 1, 60_000);
    range("retry.maxMs", retry.maxMs(), 1, 3_600_000);
    range("retry.budgetPercent", retry.budgetPercent(), 0, 100);
  }

  private void rateLimit(RateLimit limit) {
    range("rateLimit.requests", limit.requests(), 1, 1_000_000);
    range("rateLimit.perSeconds", limit.perSeconds(), 1, DAY);
    range("rateLimit.burst", limit.burst(), 1, 1_000_000);
    if (limit.requests() == null) {
      if (limit.perSeconds() != null || limit.burst() != null) {
        add("rateLimit.requests", "Say how many requests there may be in that time.");
      } else if (Boolean.FALSE.equals(limit.followHeaders())) {
        add("rateLimit", "This limits nothing: give it a number, or let it follow the headers.");
      }
    } else if (limit.burst() != null && limit.burst() > limit.requests()) {
      add("rateLimit.burst", "There are never more at once than in the whole time.");
    }
  }

  private void circuitBreaker(CircuitBreaker breaker) {
    range("circuitBreaker.failurePercent", breaker.failurePercent(), 0, 100);
    range("circuitBreaker.minimumCalls", breaker.minimumCalls(), 1, 10_000);
    range("circuitBreaker.windowSeconds", breaker.windowSeconds(), 1, 3_600);
    range("circuitBreaker.openSeconds", breaker.openSeconds(), 1, 3_600);
    range("circuitBreaker.slowMs", breaker.slowMs(), 1, 600_000);
  }

  private void pagination(Pagination pagination) {
    expression("pagination.items", pagination.items());
    expression("pagination.next", pagination.next());
    var isBlank = pagination.next() == null || pagination.next().isBlank();
    if (isBlank && pagination.kind() == Kind.NEXT_LINK) {
      add(
          "pagination.next",
          "Say where the address of the next page is, for example response.body.next.");
    }
    if (isBlank && pagination.kind() == Kind.CURSOR) {
      add("pagination.next", "Say where the cursor is, for example response.body.next_cursor.");
    }
    var start = pagination.start();
    if (start != null
        && !start.isNull()
        && (pagination.kind() == Kind.PAGE || pagination.kind() == Kind.OFFSET)
        && !start.isIntegralNumber()) {
      add("pagination.start", "Pages and items are counted: this is a whole number.");
    }
    if (pagination.size() != null && pagination.sizeParameter() == null) {
      add("pagination.sizeParameter", "Say by which parameter the size is asked for.");
    }
    range("pagination.size", pagination.size(), 1, 100_000);
    range("pagination.maxPages", pagination.maxPages(), 1, 10_000);
    range("pagination.maxItems", pagination.maxItems(), 1, 1_000_000);
  }

  /** With or without braces. */
  private void expression(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    try {
      if (text.contains("{{")) {
        var _ = Template.ofText(text);
      } else {
        var _ = Expression.compile(text);
      }
    } catch (ExpressionException e) {
      add(field, "This is no expression: %s".formatted(e.getMessage()));
    }
  }

  private void range(String field, @Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      add(field, "%,d is out of range: %,d to %,d.".formatted(value, least, most));
    }
  }

  private void add(String field, String message) {
    problems.add(new Problem(where + "." + field, message));
  }
}
