package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Runs the published version of another flow of the workspace, which has a run of its own, and
 * waits for it. Its output has {@code body} and, where the other flow responded, {@code status} and
 * {@code headers}; {@code run} is the id of the other run.
 *
 * @param flow slug of the other flow
 * @param input what the other flow sees as {@code trigger.body}; nothing when left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SubflowStep(
    String id,
    @Nullable String name,
    String flow,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode input)
    implements ActiveStep {

  /** How deep flows may call flows. */
  public static final int MAX_DEPTH = 10;

  public SubflowStep {
    flow = flow == null ? "" : flow;
  }

  @Override
  public String kind() {
    return "subflow";
  }

  @Override
  public List<String> outPorts() {
    return List.of(Link.NEXT, Link.ERROR);
  }
}
