package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TurnWindowTest {

  @Test
  void noWindowEverHoldsMoreThanTheLimitHoweverCallsCome() {
    var random = new Random(7);
    for (int round = 0; round < 50; round++) {
      var rules = new RateRules(1 + random.nextInt(200), 1 + random.nextInt(5), 0, true);
      var windowMs = rules.perSeconds() * 1_000L;
      long now = random.nextInt(1_000_000);
      var window = new TurnWindow(rules, now);
      List<Long> used = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        now += random.nextInt(10) == 0 ? random.nextInt(2_000) : random.nextInt(10);
        var got = window.take(now, random.nextInt(5), random.nextInt(20));
        for (int n = 0; n < got; n++) {
          used.add(now + random.nextLong(window.holdsMs())); // as late as a turn may be used
        }
        window = TurnWindow.of(rules, window.kept(), now); // as another node reads it
      }
      used.sort(Long::compare);
      for (int first = 0; first + rules.requests() < used.size(); first++) {
        assertThat(used.get(first + rules.requests()) - used.get(first))
            .as("%d calls of %s", rules.requests() + 1, rules)
            .isGreaterThan(windowMs - 1);
      }
    }
  }

  @Test
  void nearlyAllOfTheLimitCanBeUsed() {
    var window = new TurnWindow(new RateRules(100, 10, 0, true), 0);
    int used = 0;
    for (long now = 0; now < 100_000; now += 10) {
      used += window.take(now, 1, 1);
    }

    assertThat(used).isBetween(950, 1_000);
  }

  @Test
  void burstsAreNoLargerThanAllowed() {
    var window = new TurnWindow(new RateRules(60, 60, 5, true), 0);

    assertThat(window.take(0, 60, 60)).isEqualTo(5);
    assertThat(window.take(999, 60, 60)).isZero();
    assertThat(window.freeIn(999, 1)).isBetween(1L, 2L);
    assertThat(window.take(1_000, 60, 60)).isEqualTo(1);
    assertThat(window.take(60_000, 60, 60)).isEqualTo(5);
  }

  @Test
  void saysWhenThereWillBeAPlace() {
    var window = new TurnWindow(new RateRules(10, 50, 0, true), 0);
    window.take(0, 4, 4);
    window.take(20_000, 6, 6);

    assertThat(window.free(20_000)).isZero();
    assertThat(window.freeIn(20_000, 1)).isEqualTo(32_000);
    assertThat(window.freeIn(20_000, 4)).isEqualTo(32_000);
    assertThat(window.freeIn(20_000, 5)).isEqualTo(52_000);
    assertThat(window.free(51_999)).isZero();
    assertThat(window.free(52_000)).isEqualTo(4);
  }

  @Test
  void reservesAreTakenOfPlentyOnly() {
    var window = new TurnWindow(new RateRules(100, 10, 0, true), 0);

    assertThat(window.take(0, 1, 50)).isEqualTo(10);
    assertThat(window.take(0, 85, 85)).isEqualTo(85);
    assertThat(window.take(0, 1, 50)).isEqualTo(1);
  }

  @Test
  void aChangedLimitKeepsWhatWasTaken() {
    var before = new TurnWindow(new RateRules(100, 10, 0, true), 5_000);
    before.take(5_000, 30, 30);

    var after = TurnWindow.of(new RateRules(40, 60, 0, true), before.kept(), 6_000);

    assertThat(after.free(6_000)).isEqualTo(10);
  }

  @Test
  void aClockThatIsSetBackGivesNothingAway() {
    var window = new TurnWindow(new RateRules(10, 10, 0, true), 1_000_000);
    window.take(1_000_000, 10, 10);

    assertThat(window.take(500_000, 10, 10)).isZero();
  }
}
