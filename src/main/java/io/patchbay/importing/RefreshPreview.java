package io.patchbay.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.patchbay.api.ApiUse;
import io.patchbay.api.Verb;
import io.patchbay.change.Change;
import io.patchbay.change.Conflict;
import io.patchbay.change.Impact;
import io.patchbay.change.TouchedUse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh would do to a definition. Nothing is changed yet.
 *
 * @param hash names what was read and what it was compared with; give it to {@link
 *     RefreshService#apply}
 * @param title what the source is written in, for example {@code OpenAPI 3.0.4}
 * @param nothingChanged whether there is nothing to take over
 * @param apiChanges changes of the API itself; they are taken with every refresh
 * @param apiConflicts what was edited by hand and changed in the source too, in the API itself and
 *     in methods that are gone; the edits stay
 * @param methods those that are new, gone or different, and those that were never taken
 * @param touched flows and steps that the changes touch, the worst first
 * @param issues what could not be taken from the source
 */
public record RefreshPreview(
    String hash,
    Instant readAt,
    String title,
    boolean nothingChanged,
    RefreshCounts counts,
    List<Change> apiChanges,
    List<Conflict> apiConflicts,
    List<MethodRefresh> methods,
    List<TouchedUse> touched,
    List<ImportIssue> issues) {

  public RefreshPreview {
    apiChanges = List.copyOf(apiChanges);
    apiConflicts = List.copyOf(apiConflicts);
    methods = List.copyOf(methods);
    touched = List.copyOf(touched);
    issues = List.copyOf(issues);
  }

  /** What becomes of a method. */
  public enum State {
    /** It is new in the source; it is added unless skipped. */
    @JsonProperty("new")
    NEW,
    /** It differs; the difference is taken over unless skipped. */
    @JsonProperty("changed")
    CHANGED,
    /** The source no longer has it; it is deleted unless skipped. */
    @JsonProperty("gone")
    GONE,
    /** It was edited by hand where the source changed too; nothing of it changes. */
    @JsonProperty("edited")
    EDITED,
    /**
     * The source has it, but it was not taken at import or was deleted; it stays out unless taken.
     */
    @JsonProperty("notTaken")
    NOT_TAKEN
  }

  /**
   * One method.
   *
   * @param name by which it is skipped or taken: the one that it has after the refresh, or had
   *     where it goes
   * @param impact of the worst change
   * @param conflicts what was edited by hand and changed in the source too; the edits stay
   * @param uses the steps that call it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MethodRefresh(
      String name,
      @Nullable String title,
      Verb verb,
      String path,
      State state,
      Impact impact,
      List<Change> changes,
      List<Conflict> conflicts,
      List<ApiUse> uses) {

    public MethodRefresh {
      changes = List.copyOf(changes);
      conflicts = List.copyOf(conflicts);
      uses = List.copyOf(uses);
    }
  }
}
