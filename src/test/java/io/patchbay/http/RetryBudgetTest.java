package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  private static final long SECOND = 1_000_000_000;

  private final RetryBudget budget = new RetryBudget();

  @Test
  void allowsThreeHoweverFewCallsThereAre() {
    budget.called(0);

    assertThat(taken(0, 10)).isEqualTo(3);
    assertThat(taken(9 * SECOND, 10)).isZero();
    assertThat(taken(10 * SECOND, 10)).isEqualTo(3);
  }

  @Test
  void allowsAPartOfTheCallsOfTheLastTenSeconds() {
    for (int i = 0; i < 1_000; i++) {
      budget.called(i * SECOND / 200);
    }

    assertThat(taken(5 * SECOND, 1_000)).isEqualTo(200);
    assertThat(taken(8 * SECOND, 1_000)).isZero();
    assertThat(taken(40 * SECOND, 1_000)).isEqualTo(3);
  }

  @Test
  void worksWhateverTheClockStartsWith() {
    budget.called(Long.MIN_VALUE + 5);
    budget.called(-3 * SECOND);

    assertThat(taken(-3 * SECOND, 5)).isEqualTo(3);
  }

  private int taken(long nanos, int wanted) {
    int taken = 0;
    for (int i = 0; i < wanted; i++) {
      taken += budget.take(nanos, 20) ? 1 : 0;
    }
    return taken;
  }
}
