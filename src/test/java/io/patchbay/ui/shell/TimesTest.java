package io.patchbay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "0.42, 0.4 ms",
    "3, 3 ms",
    "402.4, 402 ms",
    "1240, 1.24 s",
    "243000, 4 min 3 s",
    "7260000, 2 h 1 min"
  })
  void writesDurationsAsPreciselyAsTheyAreWorth(double ms, String text) {
    assertThat(Times.duration(ms)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT41S, 41 s",
    "PT41M, 41 min",
    "PT9H50M, 9 h 50 min",
    "PT10H, 10 h",
    "P41D, 41 days"
  })
  void writesSpansInTheirGreatestUnits(Duration span, String text) {
    assertThat(Times.span(span)).isEqualTo(text);
  }
}
