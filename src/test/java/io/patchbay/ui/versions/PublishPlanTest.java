package io.patchbay.ui.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiUse;
import io.patchbay.change.Change;
import io.patchbay.change.Change.Kind;
import io.patchbay.change.Comparison;
import io.patchbay.change.Impact;
import io.patchbay.change.Level;
import io.patchbay.change.TouchedUse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishPlanTest {

  private static final Change CHANGE =
      new Change("list", "parameters.q", Kind.ADDED, Impact.MAYBE, "New.", null, null);

  @Test
  void offersTheLevelOfTheChangesAndThoseAbove() {
    var plan = plan("1.4.2", Level.MINOR, List.of(CHANGE));

    assertThat(plan.levels().keySet()).containsExactly(Level.MINOR, Level.MAJOR);
    assertThat(plan.number(Level.MINOR)).hasToString("1.5.0");
    assertThat(plan.number(Level.MAJOR)).hasToString("2.0.0");
    assertThat(plan.isNothing()).isFalse();
  }

  @Test
  void theFirstVersionIsOneAndHasNoLevels() {
    var plan = plan(null, Level.NONE, List.of());

    assertThat(plan.isFirst()).isTrue();
    assertThat(plan.isNothing()).isFalse();
    assertThat(plan.levels()).isEmpty();
    assertThat(plan.number(Level.NONE)).hasToString("1.0.0");
  }

  @Test
  void withoutDifferencesThereIsNothingToPublish() {
    assertThat(plan("1.0.0", Level.NONE, List.of()).isNothing()).isTrue();
  }

  @Test
  void aHigherLevelLeavesStepsAloneThatAskForTheOldMajor() {
    var plan = plan("1.4.2", Level.MINOR, List.of(CHANGE));

    assertThat(plan.touched(Level.MINOR, Impact.MAYBE))
        .extracting(ApiUse::step)
        .containsExactly("newest", "one");
    assertThat(plan.touched(Level.MAJOR, Impact.MAYBE))
        .extracting(ApiUse::step)
        .containsExactly("newest");
    assertThat(plan.touched(Level.MINOR, Impact.BREAKING)).isEmpty();
  }

  private static PublishPlan plan(@Nullable String from, Level level, List<Change> changes) {
    return new PublishPlan(
        new Comparison(
            from,
            "draft",
            level,
            null,
            changes,
            List.of(touched("newest", null), touched("one", "1"))));
  }

  private static TouchedUse touched(String step, @Nullable String version) {
    var use = new ApiUse("acme", "hello", "Hello", step, "list", version, false);
    return new TouchedUse(use, Impact.MAYBE, List.of(CHANGE));
  }
}
