package io.patchbay.ui.runs;

import io.patchbay.run.Run;
import io.patchbay.run.RunId;
import io.patchbay.run.RunPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs that a list shows so far, and how a newer look at its beginning changes them. */
final class RunRows {

  private final List<Run> runs = new ArrayList<>();
  private @Nullable String next;

  /** What a newer look at the beginning brought. */
  record News(List<Run> added, boolean removed) {}

  /** The runs, the newest first; the list that the grid shows. */
  List<Run> runs() {
    return runs;
  }

  /** Where the list goes on; null at its end. */
  @Nullable String next() {
    return next;
  }

  /** Starts anew. */
  void show(RunPage first) {
    runs.clear();
    append(first);
  }

  /** Goes on at the end. */
  void append(RunPage page) {
    runs.addAll(page.runs());
    next = page.next();
  }

  /**
   * Takes over how known runs are now, drops those that no longer belong here, and tells which are
   * new; these are only shown by {@link #prepend}.
   *
   * @param page the beginning of the list as it is now
   */
  News refresh(RunPage page) {
    Map<RunId, Run> now = new LinkedHashMap<>();
    page.runs().forEach(run -> now.put(run.id(), run));
    boolean whole = page.next() == null;
    Run last = page.runs().isEmpty() ? null : page.runs().getLast();
    int before = runs.size();
    runs.removeIf(run -> !now.containsKey(run.id()) && (whole || isCovered(run, last)));
    runs.replaceAll(run -> now.getOrDefault(run.id(), run));
    Set<RunId> known = new HashSet<>();
    runs.forEach(run -> known.add(run.id()));
    Run newest = runs.isEmpty() ? null : runs.getFirst();
    List<Run> added =
        page.runs().stream()
            .filter(run -> !known.contains(run.id()) && (newest == null || isNewer(run, newest)))
            .toList();
    return new News(added, runs.size() != before);
  }

  /** Shows what is new. */
  void prepend(List<Run> added) {
    runs.addAll(0, added);
  }

  /** Whether the page reaches down to the run, so that it would have it. */
  private static boolean isCovered(Run run, @Nullable Run last) {
    return last != null && isNewer(run, last);
  }

  private static boolean isNewer(Run run, Run than) {
    return run.id().toString().compareTo(than.id().toString()) > 0;
  }
}
