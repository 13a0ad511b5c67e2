package io.patchbay.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.patchbay.run.RunState;
import io.patchbay.ui.runs.RunSearch.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunSearchTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void addressKeepsAllFilters() {
    var search = new RunSearch("new-order", RunState.FAILED, "staging", Period.DAY, "4711 & more");

    assertThat(RunSearch.of(search.toQuery())).isEqualTo(search);
  }

  @Test
  void addressOfEverythingIsEmpty() {
    assertThat(RunSearch.ALL.toQuery().getParameters()).isEmpty();
    assertThat(RunSearch.of(QueryParameters.empty()).isNarrow()).isFalse();
  }

  @Test
  void wrongWordsDoNotNarrow() {
    var search = RunSearch.of(QueryParameters.fromString("state=burning&time=century&flow="));

    assertThat(search).isEqualTo(RunSearch.ALL);
  }

  @Test
  void filterLooksBackFromNow() {
    var filter =
        new RunSearch("new-order", RunState.FAILED, "staging", Period.HOUR, " 47 ").toFilter(NOW);

    assertThat(filter.flow()).isEqualTo("new-order");
    assertThat(filter.states()).isEqualTo(Set.of(RunState.FAILED));
    assertThat(filter.environment()).isEqualTo("staging");
    assertThat(filter.since()).isEqualTo(NOW.minus(Duration.ofHours(1)));
    assertThat(filter.text()).isEqualTo("47");
    assertThat(RunSearch.ALL.toFilter(NOW).since()).isNull();
  }
}
