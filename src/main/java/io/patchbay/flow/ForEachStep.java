package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Runs its members once for each element of a list; they see the element as <code>item</code> and
 * its place, from 0 on, as {@code index}. Its output has {@code body}, the list of results in the
 * order of the elements, {@code count}, {@code failed} and {@code errors}, a list of {@code {index,
 * error}}.
 *
 * @param items the elements: a list, or an expression that gives one; anything else is a list of
 *     one, nothing an empty one
 * @param contains ids of the members
 * @param concurrency how many elements are worked on at the same time, 1 to {@value
 *     #MAX_CONCURRENCY}; 1 when left out, which keeps the order
 * @param onError what follows when an element fails: stop (when left out) or collect
 * @param result what an element leaves in the list; when left out, the {@code body} of the last
 *     member, in the order of the document, that succeeded and that no link leaves to a member that
 *     ran
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ForEachStep(
    String id,
    @Nullable String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode items,
    List<String> contains,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer concurrency,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OnError onError,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode result)
    implements ContainerStep {

  /** Greatest {@link #concurrency}. */
  public static final int MAX_CONCURRENCY = 50;

  public ForEachStep {
    contains = contains == null ? List.of() : List.copyOf(contains);
  }

  @Override
  public String kind() {
    return "forEach";
  }

  @Override
  public List<String> outPorts() {
    return List.of(Link.NEXT, Link.ERROR);
  }

  @Override
  public ForEachStep withMembers(List<String> members) {
    return new ForEachStep(id, name, items, members, concurrency, onError, result);
  }

  /** What follows when an element fails. */
  public enum OnError {
    /** No further element starts, and the step fails with the failure of the first. */
    @JsonProperty("stop")
    STOP,
    /** The others go on; the failure is in {@code errors}, and null in the list of results. */
    @JsonProperty("collect")
    COLLECT
  }
}
