package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Runs its members once. It goes on at {@code next} when they went well, at {@code error} when one
 * of them failed and no link took that up, and at {@code finally} either way, at the same time.
 * Where nothing is linked to {@code error}, a failure fails what the step is in, once {@code
 * finally} is done. Its output has {@code body}, and {@code error} after a failure.
 *
 * @param contains ids of the members
 * @param result what {@code body} is; when left out, as for a {@link ForEachStep}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TryStep(
    String id,
    @Nullable String name,
    List<String> contains,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode result)
    implements ContainerStep {

  /** The port where the run goes on either way. */
  public static final String FINALLY = "finally";

  public TryStep {
    contains = contains == null ? List.of() : List.copyOf(contains);
  }

  @Override
  public String kind() {
    return "try";
  }

  @Override
  public List<String> outPorts() {
    return List.of(Link.NEXT, Link.ERROR, FINALLY);
  }

  @Override
  public TryStep withMembers(List<String> members) {
    return new TryStep(id, name, members, result);
  }
}
