package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.engine.StepResult.Completed;
import io.patchbay.engine.StepResult.Failed;
import io.patchbay.flow.Link;
import io.patchbay.run.RunFinished;
import io.patchbay.run.RunId;
import io.patchbay.run.RunListener;
import io.patchbay.run.RunState;
import io.patchbay.run.StepFinished;
import io.patchbay.run.StepStarted;
import io.patchbay.run.StepState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * One run under way: walks the graph, one virtual thread for each branch. docs/flows-rules.md has
 * the rules.
 */
final class FlowRun {

  /** Added to a step's entry in {@link #links} for each link that fired. */
  private static final int FIRED = 1 << 16;

  private final RunId id;
  private final CompiledFlow flow;
  private final Plan plan;
  private final RunScope scope;
  private final Deadline deadline;
  private final InstantSource clock;
  private final RunListener listener;
  private final RunSignals signals = new RunSignals();
  private final RunThreads threads = new RunThreads();

  /** By index of a step: the number of undecided links into it, plus {@link #FIRED} per link. */
  private final AtomicIntegerArray links;

  private final AtomicReferenceArray<@Nullable Map<String, @Nullable Object>> outputs;
  private final AtomicInteger branches = new AtomicInteger(1);
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();

  FlowRun(
      RunId id,
      CompiledFlow flow,
      Plan plan,
      RunScope scope,
      Deadline deadline,
      InstantSource clock,
      RunListener listener) {
    this.id = id;
    this.flow = flow;
    this.plan = plan;
    this.scope = scope;
    this.deadline = deadline;
    this.clock = clock;
    this.listener = listener;
    links = new AtomicIntegerArray(plan.incoming().stream().mapToInt(n -> n).toArray());
    outputs = new AtomicReferenceArray<>(flow.nodes().size());
  }

  RunSignals signals() {
    return signals;
  }

  /** Runs to the end on the current thread and on those that it forks. */
  void walk() {
    walk(null);
  }

  /** Ends the run early, unless it is ending already. */
  void end(RunState state, Failure failure) {
    if (ending.compareAndSet(null, new Ending(state, failure))) {
      threads.close();
    }
  }

  /** Ends the run if its time is over. */
  void endIfLate() {
    if (deadline.passed()) {
      end(RunState.FAILED, deadline.failure());
    }
  }

  /** Walks one branch from a step on, or from the trigger. */
  private void walk(@Nullable Node from) {
    try {
      var ready = from == null ? afterTrigger() : step(from);
      while (!ready.isEmpty()) {
        ready.subList(1, ready.size()).forEach(this::fork);
        ready = step(ready.getFirst());
      }
    } catch (RuntimeException e) {
      end(RunState.FAILED, StepRunner.bug("The engine", e));
    } finally {
      if (branches.decrementAndGet() == 0) {
        finish();
      }
    }
  }

  private void fork(Node node) {
    branches.incrementAndGet();
    Thread.startVirtualThread(() -> walk(node));
  }

  /** Runs a step and returns those that may start now. */
  private List<Node> step(Node node) {
    if (!threads.enter()) {
      return List.of();
    }
    int seq = started.getAndIncrement();
    Instant startedAt = clock.instant();
    long startNanos = System.nanoTime();
    var context =
        new StepContext(
            scope.environment(),
            scope(node),
            id.value() + "|" + node.id(),
            deadline::patience,
            signals::answer);
    StepResult result;
    try {
      listener.stepStarted(
          new StepStarted(id, seq, node.id(), node.id(), node.step().kind(), startedAt));
      result = StepRunner.run(node.compiled(), context, node.id());
    } finally {
      threads.leave();
    }
    endIfLate();
    var outcome = outcome(node, result);
    outputs.set(node.index(), result.output());
    listener.stepFinished(
        new StepFinished(
            id,
            seq,
            node.id(),
            node.id(),
            node.step().kind(),
            outcome.state,
            outcome.port,
            result.trace().attempts(),
            startedAt,
            (System.nanoTime() - startNanos) / 1_000,
            context.input(),
            result.output(),
            outcome.failure,
            result.trace().request(),
            null));
    return ending.get() == null ? after(node, outcome.port) : List.of();
  }

  private StepOutcome outcome(Node node, StepResult result) {
    return switch (result) {
      case Completed(var output, var port, _) -> {
        signals.lastOutput(output);
        yield new StepOutcome(StepState.SUCCEEDED, port, null);
      }
      case Failed(var failure, _, _) when ending.get() != null ->
          new StepOutcome(StepState.CANCELLED, null, failure);
      case Failed(var failure, _, _) when !node.at(Link.ERROR).isEmpty() ->
          new StepOutcome(StepState.FAILED, Link.ERROR, failure);
      case StepResult.Suspended _ ->
          throw new UnsupportedOperationException("This run cannot wait.");
      case Failed(var failure, _, _) -> {
        end(RunState.FAILED, failure);
        yield new StepOutcome(StepState.FAILED, null, failure);
      }
    };
  }

  private List<Node> afterTrigger() {
    var next = new Next();
    plan.starts().forEach(start -> next.decide(start, true));
    return next.settle();
  }

  private List<Node> after(Node node, @Nullable String port) {
    var next = new Next();
    next.decideAll(node, port);
    return next.settle();
  }

  private Map<String, @Nullable Object> scope(Node node) {
    var names = new HashMap<String, @Nullable Object>(scope.names());
    names.put("steps", new StepsView(flow, node, outputs));
    return names;
  }

  private void finish() {
    var success = new Ending(RunState.SUCCEEDED, null);
    var end = Objects.requireNonNullElse(ending.compareAndExchange(null, success), success);
    var finished =
        new RunFinished(
            id, end.state, signals.answered(), end.failure, clock.instant(), deadline.usedUs());
    listener.runFinished(finished);
    signals.finish(end.state, end.failure);
  }

  private record Ending(RunState state, @Nullable Failure failure) {}

  private record StepOutcome(StepState state, @Nullable String port, @Nullable Failure failure) {}

  /** Decides links, and collects the steps that may start as a consequence. */
  private final class Next {

    private final List<Node> ready = new ArrayList<>(2);
    private final ArrayDeque<Node> dead = new ArrayDeque<>(0);

    /** Decides all links that leave a step: those at the port fire. */
    void decideAll(Node node, @Nullable String port) {
      node.out().forEach((name, targets) -> targets.forEach(to -> decide(to, name.equals(port))));
    }

    void decide(int target, boolean fires) {
      int entry = links.addAndGet(target, fires ? FIRED - 1 : -1);
      if (entry % FIRED == 0) {
        (entry == 0 ? dead : ready).add(flow.nodes().get(target));
      }
    }

    /** Skips dead steps and those that are dead in consequence. */
    List<Node> settle() {
      while (!dead.isEmpty()) {
        var node = dead.remove();
        listener.stepFinished(skipped(node));
        decideAll(node, null);
      }
      return ready;
    }

    private StepFinished skipped(Node node) {
      return new StepFinished(
          id,
          started.getAndIncrement(),
          node.id(),
          node.id(),
          node.step().kind(),
          StepState.SKIPPED,
          null,
          0,
          null,
          0,
          null,
          null,
          null,
          null,
          null);
    }
  }
}
