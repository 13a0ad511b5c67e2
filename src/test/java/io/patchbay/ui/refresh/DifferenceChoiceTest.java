package io.patchbay.ui.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiUse;
import io.patchbay.api.Verb;
import io.patchbay.change.Impact;
import io.patchbay.importing.RefreshPreview.MethodRefresh;
import io.patchbay.importing.RefreshPreview.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceChoiceTest {

  private static final MethodRefresh NEW = method("added", State.NEW, false);
  private static final MethodRefresh CHANGED = method("changed", State.CHANGED, true);
  private static final MethodRefresh GONE = method("gone", State.GONE, false);
  private static final MethodRefresh GONE_BUT_USED = method("used", State.GONE, true);
  private static final MethodRefresh EDITED = method("edited", State.EDITED, false);
  private static final MethodRefresh LEFT_OUT = method("leftOut", State.NOT_TAKEN, false);

  private final DifferenceChoice choice =
      new DifferenceChoice(List.of(NEW, CHANGED, GONE, GONE_BUT_USED, EDITED, LEFT_OUT));

  @Test
  void takesOverAllButWhatFlowsWouldLoseAndWhatWasLeftOut() {
    assertThat(choice.count()).isEqualTo(3);
    assertThat(choice.skipped()).containsExactly("used");
    assertThat(choice.taken()).isEmpty();
  }

  @Test
  void followsTheUser() {
    choice.want(GONE_BUT_USED, true);
    choice.want(CHANGED, false);
    choice.want(LEFT_OUT, true);

    assertThat(choice.skipped()).containsExactly("changed");
    assertThat(choice.taken()).containsExactly("leftOut");
  }

  @Test
  void offersNoChoiceOfWhatWasEditedByHand() {
    assertThat(DifferenceChoice.canBeTaken(EDITED)).isFalse();
  }

  private static MethodRefresh method(String name, State state, boolean used) {
    return new MethodRefresh(
        name,
        null,
        Verb.GET,
        "/" + name,
        state,
        Impact.SAFE,
        List.of(),
        List.of(),
        used ? List.of(new ApiUse("main", "flow", "Flow", "step", name, null, true)) : List.of());
  }
}
