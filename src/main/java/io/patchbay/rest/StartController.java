package io.patchbay.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.common.Access;
import io.patchbay.common.Failure;
import io.patchbay.common.NotFoundException;
import io.patchbay.engine.Outcome;
import io.patchbay.engine.RunHandle;
import io.patchbay.engine.RunStarter;
import io.patchbay.run.RunId;
import io.patchbay.run.RunListener;
import io.patchbay.run.RunService;
import io.patchbay.run.RunState;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Starts runs by hand. */
@RestController
class StartController {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Duration RECORD_PATIENCE = Duration.ofSeconds(5);
  private static final RunListener NOBODY = new RunListener() {};

  private final RunStarter starter;
  private final RunService runs;

  StartController(RunStarter starter, RunService runs) {
    this.starter = starter;
    this.runs = runs;
  }

  /** A run that goes on. */
  record Started(RunId id, String location) {}

  /** A run that is over and was not recorded, as its flow wishes. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Unrecorded(RunId id, String flow, RunState state, @Nullable Failure failure) {}

  /**
   * Starts the published version, or the draft with {@code ?draft=true}.
   *
   * @param wait how long to wait for the end, which is then answered; not at all when left out
   */
  @PostMapping("/api/v1/workspaces/{workspace}/flows/{flow}/runs")
  ResponseEntity<Object> start(
      Access access,
      @PathVariable String flow,
      @RequestParam @Nullable String wait,
      @RequestParam(defaultValue = "false") boolean draft,
      @RequestBody(required = false) @Nullable RunRequest request)
      throws InterruptedException {
    var patience = wait == null ? null : Inputs.duration("wait", wait, LONGEST_WAIT);
    var wanted = request == null ? RunRequest.EMPTY : request;
    var handle =
        draft
            ? starter.runDraft(access, flow, wanted.start(), NOBODY)
            : starter.runLive(access, flow, wanted.start(), NOBODY);
    var outcome = patience == null ? null : handle.await(patience).orElse(null);
    return outcome == null
        ? underWay(access, handle)
        : ResponseEntity.ok(finished(access, flow, handle, outcome));
  }

  private static ResponseEntity<Object> underWay(Access access, RunHandle handle) {
    var location = "/api/v1/workspaces/%s/runs/%s".formatted(access.workspaceSlug(), handle.id());
    return ResponseEntity.accepted()
        .location(URI.create(location))
        .body(new Started(handle.id(), location));
  }

  private Object finished(Access access, String flow, RunHandle handle, Outcome outcome)
      throws InterruptedException {
    try {
      var _ = runs.awaitRecorded(handle.id(), RECORD_PATIENCE);
      return runs.get(access, handle.id());
    } catch (NotFoundException e) {
      return new Unrecorded(handle.id(), flow, outcome.state(), outcome.failure());
    }
  }
}
