package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.http.Breaker.Result;
import io.patchbay.http.Breaker.State;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final long SECOND = 1_000_000_000;

  private final Breaker breaker = new Breaker(new BreakerRules(50, 20, 30, 30, 0));
  private long now = 100 * SECOND;

  @Test
  void opensWhenHalfOfTwentyCallsFail() {
    calls(10, Result.GOOD);
    calls(9, Result.BAD);

    assertThat(state()).isEqualTo(State.CLOSED);

    calls(1, Result.BAD);

    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(breaker.enter(now).isLet()).isFalse();
    assertThat(breaker.reading(now).why()).isEqualTo("10 of the last 20 calls failed");
    assertThat(breaker.reading(now).lastFailure()).isEqualTo("503");
    assertThat(breaker.reading(now).openNanos()).isEqualTo(30 * SECOND);
  }

  @Test
  void forgetsWhatIsOlderThanItsWindow() {
    calls(19, Result.BAD);
    now += 31 * SECOND;
    calls(19, Result.BAD);

    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void whatSaysNothingIsNotCounted() {
    calls(100, Result.NONE);

    assertThat(breaker.reading(now).calls()).isZero();
  }

  @Test
  void letsThreeCallsTryAndClosesWhenAllAreGood() {
    calls(20, Result.BAD);
    now += 30 * SECOND;
    var probes = Stream.generate(() -> breaker.enter(now)).limit(4).toList();

    assertThat(probes).extracting(Breaker.Pass::isLet).containsExactly(true, true, true, false);
    assertThat(state()).isEqualTo(State.HALF_OPEN);

    probes.subList(0, 3).forEach(probe -> breaker.leave(probe, Result.GOOD, null, now));

    assertThat(state()).isEqualTo(State.CLOSED);
    assertThat(breaker.enter(now).isLet()).isTrue();
  }

  @Test
  void opensAgainWhenOneOfThemFails() {
    calls(20, Result.BAD);
    now += 30 * SECOND;
    var first = breaker.enter(now);
    var second = breaker.enter(now);
    breaker.leave(first, Result.GOOD, null, now);
    breaker.leave(second, Result.BAD, "500", now);

    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(breaker.reading(now).openNanos()).isEqualTo(30 * SECOND);
  }

  @Test
  void aProbeThatSaysNothingMakesRoomForAnother() {
    calls(20, Result.BAD);
    now += 30 * SECOND;
    for (int i = 0; i < 10; i++) {
      var pass = breaker.enter(now);
      assertThat(pass.isLet()).isTrue();
      breaker.leave(pass, Result.NONE, null, now);
    }

    assertThat(state()).isEqualTo(State.HALF_OPEN);
  }

  @Test
  void whatWasLetThroughBeforeItOpenedNoLongerCounts() {
    var early = breaker.enter(now);
    calls(20, Result.BAD);
    now += 30 * SECOND;
    var _ = breaker.enter(now);
    breaker.leave(early, Result.BAD, "late", now);

    assertThat(state()).isEqualTo(State.HALF_OPEN);
  }

  private State state() {
    return breaker.reading(now).state();
  }

  private void calls(int count, Result result) {
    for (int i = 0; i < count; i++) {
      breaker.leave(breaker.enter(now), result, "503", now);
    }
  }
}
