package io.patchbay.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.api.ApiCatalog;
import io.patchbay.common.Failure;
import io.patchbay.common.Ids;
import io.patchbay.common.WorkspaceId;
import io.patchbay.flow.FlowId;
import io.patchbay.run.RunFinished;
import io.patchbay.run.RunId;
import io.patchbay.run.RunListener;
import io.patchbay.run.RunRecorder;
import io.patchbay.run.RunStarted;
import io.patchbay.run.RunState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts runs, and knows those that are under way on this node. Knows no kind of step. */
@Component
public class FlowEngine {

  private final FlowCompiler compiler;
  private final RunRecorder recorder;
  private final ApiCatalog catalog;
  private final List<RunListener> listeners;
  private final Ids ids;
  private final InstantSource clock;
  private final Cache<VersionKey, CompiledFlow> compiled =
      Caffeine.newBuilder().maximumSize(1_000).build();
  private final Map<RunId, ActiveRun> active = new ConcurrentHashMap<>();
  private volatile boolean accepting = true;

  /**
   * Makes the engine.
   *
   * @param listeners that watch all runs, the recorder among them
   */
  FlowEngine(
      FlowCompiler compiler,
      RunRecorder recorder,
      ApiCatalog catalog,
      List<RunListener> listeners,
      Ids ids,
      InstantSource clock) {
    this.compiler = compiler;
    this.recorder = recorder;
    this.catalog = catalog;
    this.listeners = List.copyOf(listeners);
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Starts a run and returns at once.
   *
   * @throws EngineBusyException when the server is stopping, or the record cannot keep up
   * @throws io.patchbay.common.InvalidException when the flow cannot run
   */
  public RunHandle start(StartRequest request) {
    var run = prepare(request);
    return begin(run);
  }

  /**
   * As {@link #start}, but only after the record of the start is committed: from then on the run is
   * not forgotten.
   *
   * @throws EngineBusyException also when the record could not be written in time; nothing ran then
   */
  public RunHandle startDurably(StartRequest request) {
    var run = prepare(request);
    if (!recorder.openDurably(run.opening)) {
      throw new EngineBusyException("The database did not answer in time.");
    }
    return begin(run);
  }

  /** A run that is under way on this node. */
  Optional<RunHandle> find(WorkspaceId workspace, RunId id) {
    return Optional.ofNullable(active.get(id))
        .filter(run -> run.opening.workspace().equals(workspace))
        .map(run -> run);
  }

  private ActiveRun prepare(StartRequest request) {
    if (!accepting) {
      throw new EngineBusyException("The server is stopping.");
    }
    if (!recorder.awaitRoom()) {
      throw new EngineBusyException("The history cannot be written fast enough.");
    }
    var flow = compiledFlow(request);
    var plan = flow.plan(request.triggerId());
    var id = new RunId(ids.next());
    var trigger = request.data().scope(request.triggerId(), plan.trigger().kind());
    var opening =
        new RunStarted(
            id,
            request.workspace(),
            request.flowId(),
            request.slug(),
            flow.name(),
            request.version(),
            request.triggerId(),
            plan.trigger().kind(),
            request.environment(),
            trigger,
            request.recording(),
            false,
            clock.instant());
    return new ActiveRun(opening, flow, plan, request);
  }

  private RunHandle begin(ActiveRun run) {
    active.put(run.id(), run);
    run.watchers.runStarted(run.opening);
    Thread.startVirtualThread(run.walk::walk);
    return run;
  }

  private CompiledFlow compiledFlow(StartRequest request) {
    Integer version = request.version();
    return version == null
        ? compiler.compile(request.workspace(), request.flow())
        : compiled.get(
            new VersionKey(request.flowId(), version),
            _ -> compiler.compile(request.workspace(), request.flow()));
  }

  @Scheduled(fixedRate = 100)
  void endRunsPastTheirDeadline() {
    active.values().forEach(run -> run.walk.endIfLate());
  }

  /** Number of runs under way. */
  int activeRuns() {
    return active.size();
  }

  /** Lets nothing start any more. */
  void refuseNewRuns() {
    accepting = false;
  }

  /** Ends what is still under way, since the server stops. */
  void interruptAll() {
    var failure =
        Failure.of(
            Failure.Kind.INTERRUPTED,
            "The server stopped",
            "The server stopped while this run was under way.");
    active.values().forEach(run -> run.walk.end(RunState.FAILED, failure));
  }

  private record VersionKey(FlowId flow, int version) {}

  /** A run of this node, for those who started it. */
  private final class ActiveRun implements RunHandle {

    final RunStarted opening;
    final FlowRun walk;
    final Listeners watchers;

    ActiveRun(RunStarted opening, CompiledFlow flow, Plan plan, StartRequest request) {
      this.opening = opening;
      var all = new ArrayList<>(request.listeners());
      all.addAll(listeners);
      all.add(
          new RunListener() {
            @Override
            public void runFinished(RunFinished run) {
              active.remove(run.run());
            }
          });
      watchers = new Listeners(all);
      var limit = Duration.ofMillis(request.flow().effectiveSettings().deadlineOrDefault());
      walk =
          new FlowRun(
              opening.run(), flow, plan, scope(opening), Deadline.in(limit), clock, watchers);
    }

    @Override
    public RunId id() {
      return opening.run();
    }

    @Override
    public Optional<Outcome> await(Duration patience) throws InterruptedException {
      return walk.signals().awaitEnd(patience);
    }

    @Override
    public Optional<Outcome> awaitAnswer(Duration patience) throws InterruptedException {
      return walk.signals().awaitAnswer(patience);
    }

    @Override
    public void cancel(String reason) {
      walk.end(
          RunState.CANCELLED, Failure.of(Failure.Kind.CANCELLED, "The run was cancelled", reason));
    }

    private RunScope scope(RunStarted opening) {
      var run = new HashMap<String, @Nullable Object>();
      run.put("id", opening.run().toString());
      run.put("flow", opening.flowSlug());
      if (opening.version() != null) {
        run.put("version", opening.version());
      }
      if (opening.environment() != null) {
        run.put("environment", opening.environment());
      }
      run.put("startedAt", opening.startedAt().toString());
      var env = catalog.variables(opening.workspace(), opening.environment());
      return new RunScope(
          opening.environment(),
          Map.of("trigger", opening.trigger(), "run", run, "vars", Map.of(), "env", env));
    }
  }
}
