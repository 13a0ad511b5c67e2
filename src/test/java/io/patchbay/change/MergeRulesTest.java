package io.patchbay.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every merge and every comparison, tried with random edits. */
class MergeRulesTest {

  static Stream<Arguments> edits() {
    return IntStream.range(0, 150)
        .mapToObj(seed -> {
          int times = 1 + seed % 8;
          return Arguments.of(
              new RandomEdits(seed, "mine").edit(RandomEdits.BASE, times),
              new RandomEdits(1_000 + seed, "theirs").edit(RandomEdits.BASE, times));
        });
  }

  private static final Api BASE = RandomEdits.BASE;

  @ParameterizedTest
  @MethodSource("edits")
  void whatOnlyOneSideChangedIsTakenAsItIs(Api mine, Api theirs) {
    assertThat(ThreeWayMerge.merge(BASE, BASE, theirs).api()).isEqualTo(theirs);
    assertThat(ThreeWayMerge.merge(BASE, mine, BASE).api()).isEqualTo(mine);
    assertThat(ThreeWayMerge.merge(BASE, mine, mine).api()).isEqualTo(mine);
    assertThat(ThreeWayMerge.merge(BASE, mine, BASE).allConflicts()).isEmpty();
    assertThat(ThreeWayMerge.merge(BASE, BASE, theirs).allConflicts()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("edits")
  void everyEditByHandStays(Api mine, Api theirs) {
    var base = RandomEdits.leaves(BASE);
    var byHand = RandomEdits.leaves(mine);

    var merged = RandomEdits.leaves(ThreeWayMerge.merge(BASE, mine, theirs).api());

    for (String path : edited(base, byHand)) {
      assertThat(merged.get(path)).as(path).isEqualTo(byHand.get(path));
    }
  }

  @ParameterizedTest
  @MethodSource("edits")
  void withoutConflictItDoesNotMatterWhoIsWho(Api mine, Api theirs) {
    var merge = ThreeWayMerge.merge(BASE, mine, theirs);
    var reverse = ThreeWayMerge.merge(BASE, theirs, mine);

    assertThat(merge.allConflicts().isEmpty()).isEqualTo(reverse.allConflicts().isEmpty());
    if (merge.allConflicts().isEmpty()) {
      assertThat(RandomEdits.leaves(merge.api())).isEqualTo(RandomEdits.leaves(reverse.api()));
    }
  }

  @ParameterizedTest
  @MethodSource("edits")
  void aSecondRefreshChangesNothing(Api mine, Api theirs) {
    Api once = ThreeWayMerge.merge(BASE, mine, theirs).api();

    assertThat(ThreeWayMerge.merge(theirs, once, theirs).api()).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void skippingEverythingLeavesTheMethodsAsTheyAre(Api mine, Api theirs) {
    var merge = ThreeWayMerge.merge(BASE, mine, theirs);
    var all = merge.methods().stream().map(MethodChange::name).collect(Collectors.toSet());

    assertThat(merge.apply(all).methods()).containsExactlyInAnyOrderElementsOf(mine.methods());
    assertThat(merge.apply(Set.of())).isEqualTo(merge.api());
  }

  @ParameterizedTest
  @MethodSource("edits")
  void comparingMissesNothingAndInventsNothing(Api mine, Api theirs) {
    assertThat(ApiDiff.between(mine, mine)).isEmpty();
    assertThat(ApiDiff.between(mine, theirs).isEmpty()).isEqualTo(mine.equals(theirs));
    assertThat(ApiDiff.between(BASE, mine).isEmpty()).isEqualTo(BASE.equals(mine));
  }

  private static Set<String> edited(Map<String, String> base, Map<String, String> mine) {
    Set<String> paths = new TreeSet<>(base.keySet());
    paths.addAll(mine.keySet());
    paths.removeIf(path -> Objects.equals(base.get(path), mine.get(path)));
    return paths;
  }
}
