package io.patchbay.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.run.Run;
import io.patchbay.run.RunId;
import io.patchbay.run.RunPage;
import io.patchbay.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunRowsTest {

  private final RunRows rows = new RunRows();

  @Test
  void newRunsWaitUntilTheyAreAskedFor() {
    rows.show(new RunPage(List.of(run(2), run(1)), null));

    var news = rows.refresh(new RunPage(List.of(run(3), run(2), run(1)), null));

    assertThat(news.added()).containsExactly(run(3));
    assertThat(rows.runs()).containsExactly(run(2), run(1));
    rows.prepend(news.added());
    assertThat(rows.runs()).containsExactly(run(3), run(2), run(1));
  }

  @Test
  void knownRunsTakeTheirNewState() {
    rows.show(new RunPage(List.of(run(1)), null));

    var news = rows.refresh(new RunPage(List.of(run(1, RunState.FAILED)), null));

    assertThat(rows.runs()).containsExactly(run(1, RunState.FAILED));
    assertThat(news.added()).isEmpty();
    assertThat(news.removed()).isFalse();
  }

  @Test
  void runsThatLeftTheFilterGo() {
    rows.show(new RunPage(List.of(run(3), run(2), run(1)), null));

    var news = rows.refresh(new RunPage(List.of(run(3), run(1)), null));

    assertThat(news.removed()).isTrue();
    assertThat(rows.runs()).containsExactly(run(3), run(1));
  }

  @Test
  void olderRunsBelowTheRefreshedPageStay() {
    rows.show(new RunPage(List.of(run(4), run(3)), "next"));
    rows.append(new RunPage(List.of(run(2), run(1)), null));

    var news = rows.refresh(new RunPage(List.of(run(5), run(4)), "next"));

    assertThat(news.added()).containsExactly(run(5));
    assertThat(rows.runs()).containsExactly(run(4), run(3), run(2), run(1));
    assertThat(rows.next()).isNull();
  }

  private static Run run(int number) {
    return run(number, RunState.RUNNING);
  }

  private static Run run(int number, RunState state) {
    return new Run(
        new RunId(new UUID(number, 0)),
        "flow",
        "Flow",
        1,
        null,
        state,
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }
}
