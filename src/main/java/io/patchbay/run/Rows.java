package io.patchbay.run;

import io.patchbay.common.Failure;
import io.patchbay.common.WorkspaceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows out of what the listeners of a run are told. */
final class Rows {

  private final Payloads payloads;

  Rows(Payloads payloads) {
    this.payloads = payloads;
  }

  /** A run that has started, or is about to. */
  RunRow opened(RunStarted run) {
    return row(run, RunState.RUNNING, trigger(run), null, null, null, null);
  }

  /** A run that is over. */
  RunRow finished(RunStarted run, RunFinished end, boolean openedBefore) {
    return row(
        run,
        end.state(),
        openedBefore ? null : trigger(run),
        payloads.json(run.workspace(), reply(end.answer())),
        payloads.json(run.workspace(), end.failure()),
        end.finishedAt(),
        end.durationUs());
  }

  /** A run whose row was written although it never started. */
  RunRow notStarted(RunRow opened, Failure failure, Instant at) {
    return new RunRow(
        opened.run(),
        opened.workspace(),
        opened.flow(),
        opened.flowName(),
        opened.version(),
        RunState.CANCELLED,
        opened.triggerId(),
        opened.triggerKind(),
        opened.environment(),
        opened.triggerData(),
        null,
        payloads.json(opened.workspace(), failure),
        opened.startedAt(),
        at,
        0L);
  }

  List<StepRow> steps(RunStarted run, List<StepFinished> steps) {
    return steps.stream().map(step -> row(run.workspace(), step)).toList();
  }

  private StepRow row(WorkspaceId workspace, StepFinished step) {
    return new StepRow(
        step.run(),
        step.seq(),
        step.step(),
        step.kind(),
        step.state(),
        step.port(),
        step.attempts(),
        step.startedAt(),
        step.durationUs(),
        payloads.json(workspace, step.input()),
        payloads.json(workspace, step.output()),
        payloads.json(workspace, step.failure()),
        payloads.json(workspace, step.request()));
  }

  private RunRow row(
      RunStarted run,
      RunState state,
      @Nullable String trigger,
      @Nullable String reply,
      @Nullable String failure,
      @Nullable Instant finishedAt,
      @Nullable Long durationUs) {
    return new RunRow(
        run.run(),
        run.workspace(),
        run.flow(),
        run.flowName(),
        run.version(),
        state,
        run.triggerId(),
        run.triggerKind(),
        run.environment(),
        trigger,
        reply,
        failure,
        run.startedAt(),
        finishedAt,
        durationUs);
  }

  private @Nullable String trigger(RunStarted run) {
    var data = new LinkedHashMap<>(run.trigger());
    data.remove("id");
    data.remove("kind");
    return payloads.json(run.workspace(), data);
  }

  private static @Nullable Map<String, @Nullable Object> reply(@Nullable Answer answer) {
    if (answer == null) {
      return null;
    }
    var reply = new LinkedHashMap<String, @Nullable Object>();
    reply.put("status", answer.status());
    reply.put("headers", answer.headers());
    if (answer.hasBody()) {
      reply.put("body", answer.body());
    }
    return reply;
  }
}
