package io.patchbay.ui.designer.layout;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Triggers and active steps of one level of a flow in layers, by Eclipse ELK. */
final class LayeredGraph {

  private static final double BETWEEN_LAYERS_DOWN = 44;
  private static final double BETWEEN_LAYERS_RIGHT = 70;
  private static final double BETWEEN_STEPS = 36;

  /** Room for the label of a branch. */
  private static final double BETWEEN_LINK_AND_STEP = 32;

  static {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  /** How much room a step takes. */
  record Size(int width, int height) {}

  private final boolean down;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<String, ElkPort> ports = new LinkedHashMap<>();

  /**
   * The graph.
   *
   * @param steps those of one level: what is inside of a container, or of none, with their sizes
   */
  LayeredGraph(Flow flow, Map<String, Size> steps, boolean down) {
    this.down = down;
    for (Map.Entry<String, Size> one : steps.entrySet()) {
      Step step = flow.step(one.getKey()).orElse(null);
      addNode(
          one.getKey(),
          one.getValue(),
          step == null ? List.of(Link.NEXT) : step.outPorts(),
          step != null);
    }
    for (Link link : flow.links()) {
      ElkPort from = ports.get(link.from() + "." + link.leaves());
      ElkPort to = ports.get(link.to() + "." + Link.IN);
      if (!link.isCable() && from != null && to != null) {
        ElkGraphUtil.createSimpleEdge(from, to);
      }
    }
  }

  Map<String, Position> places() {
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(LayeredOptions.DIRECTION, down ? Direction.DOWN : Direction.RIGHT);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_STEPS);
    root.setProperty(
        LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS,
        down ? BETWEEN_LAYERS_DOWN : BETWEEN_LAYERS_RIGHT);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_LINK_AND_STEP);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    Map<String, Position> places = new LinkedHashMap<>();
    nodes.forEach((id, node) ->
        places.put(id, Position.at((int) Math.round(node.getX()), (int) Math.round(node.getY()))));
    return places;
  }

  private void addNode(String id, Size size, List<String> outPorts, boolean hasIn) {
    ElkNode node = ElkGraphUtil.createNode(root);
    node.setIdentifier(id);
    node.setDimensions(size.width(), size.height());
    node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    nodes.put(id, node);
    if (hasIn) {
      addPort(node, id + "." + Link.IN, down ? PortSide.NORTH : PortSide.WEST, 0.5);
    }
    List<String> branches = outPorts.stream().filter(port -> !port.equals(Link.ERROR)).toList();
    for (int i = 0; i < branches.size(); i++) {
      addPort(
          node,
          id + "." + branches.get(i),
          down ? PortSide.SOUTH : PortSide.EAST,
          (i + 0.5) / branches.size());
    }
    if (outPorts.contains(Link.ERROR)) {
      addPort(node, id + "." + Link.ERROR, down ? PortSide.EAST : PortSide.SOUTH, 0.5);
    }
  }

  private void addPort(ElkNode node, String id, PortSide side, double at) {
    ElkPort port = ElkGraphUtil.createPort(node);
    port.setProperty(LayeredOptions.PORT_SIDE, side);
    double width = node.getWidth();
    double height = node.getHeight();
    switch (side) {
      case NORTH -> port.setLocation(width * at, 0);
      case SOUTH -> port.setLocation(width * at, height);
      case WEST -> port.setLocation(0, height * at);
      default -> port.setLocation(width, height * at);
    }
    ports.put(id, port);
  }
}
