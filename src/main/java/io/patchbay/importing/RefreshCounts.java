package io.patchbay.importing;

/**
 * A difference in numbers.
 *
 * @param added methods that are new
 * @param changed methods that differ
 * @param removed methods that are gone
 * @param breaking changes, of methods and of the API
 * @param maybe changes that may break
 * @param safe changes that break nothing
 * @param conflicts fields that were edited by hand and changed in the source too
 */
public record RefreshCounts(
    int added, int changed, int removed, int breaking, int maybe, int safe, int conflicts) {

  public static final RefreshCounts NONE = new RefreshCounts(0, 0, 0, 0, 0, 0, 0);

  /** For people, for example {@code 2 methods new, 1 changed; 1 breaking change}. */
  public String inWords() {
    if (equals(NONE)) {
      return "nothing changed";
    }
    var methods = new java.util.StringJoiner(", ");
    count(methods, added, "new");
    count(methods, changed, "changed");
    count(methods, removed, "gone");
    var impact = new java.util.StringJoiner(", ");
    count(impact, breaking, "breaking");
    count(impact, maybe, "maybe breaking");
    count(impact, conflicts, "in conflict with edits by hand");
    return (methods.length() == 0 ? "only the API itself changed" : "methods: " + methods)
        + (impact.length() == 0 ? "" : "; changes: " + impact);
  }

  private static void count(java.util.StringJoiner words, int count, String word) {
    if (count > 0) {
      words.add(count + " " + word);
    }
  }
}
