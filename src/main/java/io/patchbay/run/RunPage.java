package io.patchbay.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some runs of a list, the newest first, without their steps.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record RunPage(List<Run> runs, @Nullable String next) {

  public RunPage {
    runs = List.copyOf(runs);
  }
}
