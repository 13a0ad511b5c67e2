package io.patchbay.ui.runs;

import com.vaadin.flow.router.QueryParameters;
import io.patchbay.run.RunFilter;
import io.patchbay.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the list of runs is narrowed to, as the address keeps it.
 *
 * @param flow slug of a flow; null for all
 * @param state null for all
 * @param environment that runs were in; null for any
 * @param text empty for none
 */
record RunSearch(
    @Nullable String flow,
    @Nullable RunState state,
    @Nullable String environment,
    Period period,
    String text) {

  static final RunSearch ALL = new RunSearch(null, null, null, Period.ALL, "");

  /** How far back the list goes. */
  enum Period {
    HOUR("hour", "Hour", Duration.ofHours(1)),
    DAY("day", "Day", Duration.ofDays(1)),
    WEEK("week", "Week", Duration.ofDays(7)),
    ALL("all", "All", null);

    final String word;
    final String title;
    private final @Nullable Duration length;

    Period(String word, String title, @Nullable Duration length) {
      this.word = word;
      this.title = title;
      this.length = length;
    }

    @Nullable Instant since(Instant now) {
      return length == null ? null : now.minus(length);
    }
  }

  /** Reads the address; what it says wrongly does not narrow. */
  static RunSearch of(QueryParameters query) {
    return new RunSearch(
        word(query, "flow").orElse(null),
        word(query, "state").flatMap(RunSearch::state).orElse(null),
        word(query, "environment").orElse(null),
        word(query, "time").flatMap(RunSearch::period).orElse(Period.ALL),
        word(query, "q").orElse(""));
  }

  QueryParameters toQuery() {
    Map<String, String> query = new LinkedHashMap<>();
    if (flow != null) {
      query.put("flow", flow);
    }
    if (state != null) {
      query.put("state", state.word());
    }
    if (environment != null) {
      query.put("environment", environment);
    }
    if (period != Period.ALL) {
      query.put("time", period.word);
    }
    if (!text.isEmpty()) {
      query.put("q", text);
    }
    return QueryParameters.simple(query);
  }

  RunFilter toFilter(Instant now) {
    return new RunFilter(
        flow,
        state == null ? Set.of() : Set.of(state),
        null,
        environment,
        period.since(now),
        null,
        text);
  }

  boolean isNarrow() {
    return !equals(ALL);
  }

  RunSearch withFlow(@Nullable String newFlow) {
    return new RunSearch(newFlow, state, environment, period, text);
  }

  RunSearch withState(@Nullable RunState newState) {
    return new RunSearch(flow, newState, environment, period, text);
  }

  RunSearch withEnvironment(@Nullable String newEnvironment) {
    return new RunSearch(flow, state, newEnvironment, period, text);
  }

  RunSearch withPeriod(Period newPeriod) {
    return new RunSearch(flow, state, environment, newPeriod, text);
  }

  RunSearch withText(String newText) {
    return new RunSearch(flow, state, environment, period, newText);
  }

  private static Optional<String> word(QueryParameters query, String name) {
    return query.getSingleParameter(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Optional<RunState> state(String word) {
    return Arrays.stream(RunState.values()).filter(s -> s.word().equals(word)).findFirst();
  }

  private static Optional<Period> period(String word) {
    return Arrays.stream(Period.values()).filter(p -> p.word.equals(word)).findFirst();
  }
}
