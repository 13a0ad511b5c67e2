package io.patchbay.ui.designer.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiVersion;
import io.patchbay.api.SemanticVersion;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionOptionTest {

  private static final List<ApiVersion> PUBLISHED =
      Stream.of("2.0.0", "1.10.0", "1.2.1", "1.2.0").map(VersionOptionTest::version).toList();

  @Test
  void offersTheNewestRangesNumbersAndTheDraft() {
    assertThat(VersionOption.of(PUBLISHED, true, "1"))
        .extracting(VersionOption::wish)
        .containsExactly(
            null, "2", "2.0", "1", "1.10", "1.2", "2.0.0", "1.10.0", "1.2.1", "1.2.0", "draft");
    assertThat(VersionOption.of(PUBLISHED, true, null))
        .extracting(VersionOption::label)
        .contains("Newest published (2.0.0)", "1 (newest of 1.x: 1.10.0)")
        .contains("1.2 (newest of 1.2.x: 1.2.1)", "1.2.0 (deprecated)");
  }

  @Test
  void keepsWhatIsAskedForThoughThereIsNoneSuch() {
    assertThat(VersionOption.of(PUBLISHED, false, "7"))
        .last()
        .isEqualTo(new VersionOption("7", "7 (there is none such)"));
    assertThat(VersionOption.of(List.of(), false, null)).hasSize(1);
  }

  private static ApiVersion version(String number) {
    String notice = number.equals("1.2.0") ? "Take 1.2.1." : null;
    return new ApiVersion(
        SemanticVersion.parse(number), 1, null, notice, Instant.EPOCH, "ann@example.com");
  }
}
