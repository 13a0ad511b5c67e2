package io.patchbay.expression;

import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Parser.Symbol;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one evaluation uses (processor time, depth, memory, size of values) and stops it at a
 * limit. The evaluator reports each node of the tree that it enters and leaves; functions that run
 * longer ask on their own.
 */
final class Meter {

  static final long MAX_MILLIS = 500;

  /** How many times as long it may take on the clock, when the machine has other things to do. */
  static final int MAX_WAITING = 6;

  static final int MAX_DEPTH = 1_000;
  static final int MAX_ELEMENTS = 1_000_000;
  static final int MAX_TEXT = 5_000_000;

  private static final long MAX_BYTES =
      Math.min(512L << 20, Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 8));

  private static final ThreadLocal<Meter> CURRENT = new ThreadLocal<>();

  private final Map<Symbol, Role> roles;
  private final Weigher weigher = new Weigher(this);
  private final long millis;
  private final long latest;
  private final long processorBefore = ThreadUse.processorNanos();
  private long nextLook;
  private final long bytesBefore = ThreadUse.allocatedBytes();
  private final long startedAt = System.currentTimeMillis();
  private volatile boolean cancelled;
  private @Nullable Symbol[] entered = new @Nullable Symbol[32];
  private int depth;
  private int[] elementsOfPath = new int[16];
  private int paths;
  private int ticks;

  Meter(Map<Symbol, Role> roles, long millis) {
    this.roles = roles;
    this.millis = millis;
    long now = System.nanoTime();
    this.nextLook = now + TimeUnit.MILLISECONDS.toNanos(millis);
    this.latest = now + TimeUnit.MILLISECONDS.toNanos(millis * MAX_WAITING);
  }

  /** The meter of the evaluation that runs on this thread. */
  static Meter current() {
    Meter meter = CURRENT.get();
    if (meter == null) {
      throw new IllegalStateException("No expression is being evaluated on this thread");
    }
    return meter;
  }

  void runsHere() {
    CURRENT.set(this);
  }

  static void doneHere() {
    CURRENT.remove();
  }

  /** Makes the evaluation end at its next step. */
  void cancel() {
    cancelled = true;
  }

  /** The one instant of the whole evaluation, for {@code $now()}. */
  long startedAt() {
    return startedAt;
  }

  /** The place of the node that is being evaluated, or -1. */
  int position() {
    for (int i = Math.min(depth, entered.length - 1); i > 0; i--) {
      Symbol symbol = entered[i];
      if (symbol != null && Symbols.position(symbol) > 0) {
        return Symbols.position(symbol);
      }
    }
    return -1;
  }

  void enter(Symbol symbol, @Nullable Object input, Frame frame) {
    tick();
    if (++depth > MAX_DEPTH) {
      throw new LimitReached(
          "The expression calls itself too often, or is nested too deeply (limit %,d)"
              .formatted(MAX_DEPTH));
    }
    if (depth == entered.length) {
      entered = Arrays.copyOf(entered, depth * 2);
    }
    entered[depth] = symbol;
    Role role = roles.get(symbol);
    if (role == Role.PATH) {
      beginPath();
    } else if (role == Role.DEEP) {
      checkValue(input);
    }
  }

  void exit(Symbol symbol, @Nullable Object input, Frame frame, @Nullable Object result) {
    depth--;
    Role role = roles.get(symbol);
    if (role == Role.PATH) {
      paths--;
    }
    if (result instanceof List<?> list) {
      if (role != null && role.isStep()) {
        countInPath(list.size());
      }
      checkElements(list.size());
    }
    if (role != null && role.constructs()) {
      checkValue(result);
    } else if (result instanceof String text) {
      checkText(text.length());
    }
  }

  /** Called often by everything that loops. */
  void tick() {
    if ((++ticks & 15) != 0) {
      return;
    }
    checkTime();
    if ((ticks & 255) == 0 && ThreadUse.allocatedBytes() - bytesBefore > MAX_BYTES) {
      throw new LimitReached("The expression needs too much memory and was stopped");
    }
  }

  /**
   * Counts time on a processor, so that a busy machine does not fail what is quick; the clock
   * counts only when it is a multiple of that.
   */
  private void checkTime() {
    long now = System.nanoTime();
    if (!cancelled && now - nextLook < 0) {
      return;
    }
    long left =
        TimeUnit.MILLISECONDS.toNanos(millis) - (ThreadUse.processorNanos() - processorBefore);
    if (cancelled || left <= 0 || now - latest > 0) {
      throw new LimitReached(
          "The expression ran longer than %d ms and was stopped".formatted(millis));
    }
    nextLook = now + left;
  }

  /** Checks a value that an evaluation or a function has made; data of the run are free. */
  void checkValue(@Nullable Object value) {
    if (value instanceof String text) {
      checkText(text.length());
    } else if (value instanceof List<?> || value instanceof Map<?, ?>) {
      if (!(value instanceof DataMap) && !(value instanceof DataList)) {
        weigher.check(value);
      }
    }
  }

  void checkText(long length) {
    if (length > MAX_TEXT) {
      throw new LimitReached(
          "The expression makes a text of more than %,d characters".formatted(MAX_TEXT));
    }
  }

  void checkElements(long size) {
    if (size > MAX_ELEMENTS) {
      throw new LimitReached(
          "The expression makes a list of more than %,d elements".formatted(MAX_ELEMENTS));
    }
  }

  private void beginPath() {
    if (++paths == elementsOfPath.length) {
      elementsOfPath = Arrays.copyOf(elementsOfPath, paths * 2);
    }
    elementsOfPath[paths] = 0;
  }

  /** What the steps of one path yield is put into one list before anybody sees it. */
  private void countInPath(int size) {
    if (paths > 0) {
      elementsOfPath[paths] += size;
      checkElements(elementsOfPath[paths] / 8);
    }
  }
}
