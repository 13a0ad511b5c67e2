package io.patchbay.ui.versions;

import io.patchbay.api.ApiUse;
import io.patchbay.api.SemanticVersion;
import io.patchbay.api.VersionWish;
import io.patchbay.change.Comparison;
import io.patchbay.change.Impact;
import io.patchbay.change.Level;
import io.patchbay.change.TouchedUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How the draft may be published: by what changed, or as more than that.
 *
 * @param comparison of the newest version with the draft
 */
record PublishPlan(Comparison comparison) {

  /** Whether the draft is as it was published. */
  boolean isNothing() {
    return !isFirst() && comparison.changes().isEmpty();
  }

  /** Whether it is the first version. */
  boolean isFirst() {
    return comparison.from() == null;
  }

  /** The levels that may be chosen with the number that each gives; none for the first version. */
  Map<Level, SemanticVersion> levels() {
    Map<Level, SemanticVersion> all = new LinkedHashMap<>();
    if (!isFirst() && !isNothing()) {
      var newest = SemanticVersion.parse(Objects.requireNonNull(comparison.from()));
      Stream.of(Level.PATCH, Level.MINOR, Level.MAJOR)
          .filter(level -> level.compareTo(comparison.level()) >= 0)
          .forEach(level -> all.put(level, level.after(newest)));
    }
    return all;
  }

  /** The number that a level gives. */
  SemanticVersion number(Level level) {
    return levels().getOrDefault(level, SemanticVersion.FIRST);
  }

  /** The steps that take the new version by themselves and feel it, those that break first. */
  List<ApiUse> touched(Level level, Impact impact) {
    SemanticVersion number = number(level);
    return comparison.touched().stream()
        .filter(touched -> touched.impact() == impact)
        .map(TouchedUse::use)
        .filter(use -> use.version() == null || VersionWish.matches(use.version(), number))
        .toList();
  }
}
