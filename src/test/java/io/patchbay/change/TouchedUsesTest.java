package io.patchbay.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiUse;
import io.patchbay.common.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TouchedUsesTest {

  private static final ApiUse GET = use("fetch", "getPet");
  private static final ApiUse ADD = use("add", "addPet");

  @Test
  void aStepFeelsWhatBreaksItsMethodTheWorstFirst() {
    var changes =
        List.of(
            change("getPet", "title", Impact.SAFE, null),
            change("getPet", "path", Impact.MAYBE, null),
            change("addPet", "body.required", Impact.BREAKING, null));

    var touched = TouchedUses.of(changes, List.of(GET, ADD));

    assertThat(touched).extracting(TouchedUse::use).containsExactly(ADD, GET);
    assertThat(touched.getLast().changes()).extracting(Change::where).containsExactly("path");
  }

  @Test
  void aStepKnowsAMethodByTheNameThatItHad() {
    var changes =
        List.of(
            change("fetchPet", "name", Impact.BREAKING, "getPet"),
            change("fetchPet", "path", Impact.MAYBE, null));

    assertThat(TouchedUses.of(changes, List.of(GET, ADD)))
        .singleElement()
        .satisfies(touched -> {
          assertThat(touched.use()).isEqualTo(GET);
          assertThat(touched.changes()).hasSize(2);
        });
    assertThat(TouchedUses.nameBefore("fetchPet", changes)).isEqualTo("getPet");
  }

  @Test
  void allStepsFeelWhatChangesInTheApiUnlessItIsSafe() {
    var uses = List.of(GET, ADD);

    assertThat(TouchedUses.of(List.of(change(null, "baseUrl", Impact.MAYBE, null)), uses))
        .hasSize(2);
    assertThat(TouchedUses.of(List.of(change(null, "description", Impact.SAFE, null)), uses))
        .isEmpty();
  }

  private static ApiUse use(String step, String method) {
    return new ApiUse("demo", "flow", "Flow", step, method, null, true);
  }

  private static Change change(
      @Nullable String method, String where, Impact impact, @Nullable String before) {
    return new Change(
        method,
        where,
        Change.Kind.CHANGED,
        impact,
        "It changed.",
        before == null ? null : Json.toTree(before),
        null);
  }
}
