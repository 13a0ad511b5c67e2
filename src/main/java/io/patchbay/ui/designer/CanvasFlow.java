package io.patchbay.ui.designer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A flow as the canvas draws it; mirror of frontend/flow-canvas/model.ts.
 *
 * @param flowId the view (zoom and position) is kept as long as this stays
 * @param revision counts what was sent, for the reader of logs
 */
public record CanvasFlow(
    String flowId,
    long revision,
    Direction direction,
    List<CanvasNode> nodes,
    List<CanvasLink> links,
    boolean canUndo,
    boolean canRedo) {

  public CanvasFlow {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
  }

  /** Where data flows to. */
  public enum Direction {
    @JsonProperty("down")
    DOWN,
    @JsonProperty("right")
    RIGHT
  }
}
