package io.patchbay.rest;

import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.engine.RunStarter;
import io.patchbay.run.Run;
import io.patchbay.run.RunFilter;
import io.patchbay.run.RunId;
import io.patchbay.run.RunService;
import io.patchbay.run.RunState;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The record of runs. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/runs")
class RunController {

  private final RunService runs;
  private final RunStarter starter;

  RunController(RunService runs, RunStarter starter) {
    this.runs = runs;
    this.starter = starter;
  }

  /** What narrows the list; each may be left out. */
  record Query(
      @Nullable String flow,
      @Nullable List<String> state,
      @Nullable String trigger,
      @Nullable String environment,
      @Nullable String since,
      @Nullable String until,
      @Nullable String q) {

    RunFilter filter() {
      return new RunFilter(
          flow,
          states(state == null ? List.of() : state),
          trigger,
          environment,
          Inputs.instant("since", since),
          Inputs.instant("until", until),
          q);
    }

    private static Set<RunState> states(List<String> words) {
      var states = new HashSet<RunState>();
      for (var word : words) {
        try {
          states.add(RunState.valueOf(word.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
          throw new InvalidException(
              "state", "Say queued, running, succeeded, failed or cancelled.");
        }
      }
      return states;
    }
  }

  @GetMapping
  Page<Run> list(
      Access access,
      Query query,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor) {
    var page = runs.list(access, query.filter(), cursor, Inputs.limit(limit));
    return new Page<>(page.runs(), page.next());
  }

  @GetMapping("/{run}")
  Run get(Access access, @PathVariable String run) {
    return runs.get(access, id(run));
  }

  /** Takes effect at once; how the run ended is to be read afterwards. */
  @PostMapping("/{run}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void cancel(Access access, @PathVariable String run) {
    starter.cancel(access, id(run));
  }

  private static RunId id(String text) {
    return new RunId(Inputs.id("run", text));
  }
}
