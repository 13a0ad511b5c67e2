package io.patchbay.ui.designer.run;

import io.patchbay.run.StepState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts how often the loops of a run went round, from the paths of their steps. */
final class Rounds {

  private static final String LOOP = "forEach";

  /** The kind under which an iteration is told. */
  private static final String ROUND = "iteration";

  private static final Pattern INNERMOST =
      Pattern.compile("(?:.*/)?([^/\\[]+)\\[(\\d+)](?:/[^\\[]*)?");

  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  private static final class Count {
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
  }

  static boolean isLoop(String kind) {
    return kind.equals(LOOP);
  }

  /** Whether this is told of an iteration as a whole, not of a step. */
  static boolean isRound(String kind) {
    return kind.equals(ROUND);
  }

  /** Which element a step works on, for people, who count from 1; null outside of loops. */
  static @Nullable String number(String path) {
    Matcher match = INNERMOST.matcher(path);
    return match.matches() ? "#" + (Long.parseLong(match.group(2)) + 1) : null;
  }

  /** A step within a loop began. */
  void started(String path) {
    Matcher match = INNERMOST.matcher(path);
    if (match.matches()) {
      count(match.group(1)).begun.add(path.substring(0, match.end(2)));
    }
  }

  /** An iteration is over. */
  void finished(String path, StepState state) {
    Matcher match = INNERMOST.matcher(path);
    if (match.matches() && state != StepState.WAITING) {
      Count count = count(match.group(1));
      count.begun.add(path.substring(0, match.end(2)));
      count.done.incrementAndGet();
      if (state == StepState.FAILED) {
        count.failed.incrementAndGet();
      }
    }
  }

  /** How far a loop is; nothing before its first element. */
  Optional<String> words(String loop) {
    Count count = counts.get(loop);
    return count == null
        ? Optional.empty()
        : Optional.of(
            "%d of %d begun, %s"
                .formatted(count.done.get(), count.begun.size(), errors(count.failed.get())));
  }

  /** What came of a loop, as its output has it. */
  static @Nullable String words(@Nullable Object count, @Nullable Object failed) {
    if (!(count instanceof Number many)) {
      return null;
    }
    return "%s, %s"
        .formatted(
            many.longValue() == 1 ? "1 item" : many.longValue() + " items",
            errors(failed instanceof Number errors ? errors.longValue() : 0));
  }

  private static String errors(long failed) {
    return failed == 1 ? "1 error" : failed + " errors";
  }

  private Count count(String loop) {
    return counts.computeIfAbsent(loop, _ -> new Count());
  }
}
