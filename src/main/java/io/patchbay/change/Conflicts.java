package io.patchbay.change;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects what was changed on both sides, in one method or in the API itself. */
final class Conflicts {

  private final @Nullable String method;
  private final List<Conflict> conflicts;

  private Conflicts(@Nullable String method, List<Conflict> conflicts) {
    this.method = method;
    this.conflicts = conflicts;
  }

  static Conflicts ofApi() {
    return new Conflicts(null, new ArrayList<>());
  }

  /** Those of a method, collected together with these. */
  Conflicts of(String methodName) {
    return new Conflicts(methodName, conflicts);
  }

  List<Conflict> all() {
    return conflicts;
  }

  /** Reports that a field was changed on both sides. */
  void add(String where, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
    String message;
    if (theirs == null) {
      message = "'%s' is gone in the source but was changed by hand; it stays.".formatted(where);
    } else if (mine == null) {
      message =
          "'%s' was removed by hand but changed in the source; it stays away.".formatted(where);
    } else {
      message =
          "'%s' was changed by hand and in the source; the change by hand stays.".formatted(where);
    }
    add(where, message, mine, theirs);
  }

  void add(String where, String message, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
    conflicts.add(new Conflict(method, where, message, mine, theirs));
  }
}
