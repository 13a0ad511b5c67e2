package io.patchbay.ui.designer.editing;

import io.patchbay.flow.ContainerStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.NoteStep;
import io.patchbay.flow.SwitchStep;
import java.util.List;
import java.util.Set;

/** How large things are on the canvas, and where they stand. */
public final class Boxes {

  public static final int STEP_WIDTH = 204;
  public static final int STEP_HEIGHT = 52;

  /** Room for the name of a port where there are several. */
  private static final int BRANCH_WIDTH = 60;

  public static final int CUSTOMIZATION_WIDTH = 156;
  public static final int CUSTOMIZATION_HEIGHT = 40;
  public static final int NOTE_WIDTH = 180;
  public static final int NOTE_HEIGHT = 90;

  /** A container with nothing inside. */
  public static final int CONTAINER_WIDTH = 324;

  public static final int CONTAINER_HEIGHT = 140;

  /** The line at the top of a container that names it. */
  public static final int HEAD = 30;

  /** Between the border of a container and what is inside. */
  public static final int PADDING = 20;

  private Boxes() {}

  /** A place with its size. */
  public record Box(int x, int y, int width, int height) {

    int right() {
      return x + width;
    }

    int bottom() {
      return y + height;
    }

    boolean holds(double px, double py) {
      return px >= x && px <= right() && py >= y && py <= bottom();
    }

    Position position() {
      return new Position(x, y, width, height);
    }
  }

  /** The box of a trigger or step. */
  public static Box of(Flow flow, String id) {
    Position at = flow.layout().getOrDefault(id, Position.at(0, 0));
    Integer width = at.width();
    Integer height = at.height();
    return switch (flow.step(id).orElse(null)) {
      case ContainerStep container ->
          width != null && height != null
              ? new Box(at.x(), at.y(), width, height)
              : around(flow, container, at);
      case NoteStep _ ->
          new Box(
              at.x(),
              at.y(),
              width == null ? NOTE_WIDTH : width,
              height == null ? NOTE_HEIGHT : height);
      case CustomizationStep _ ->
          new Box(at.x(), at.y(), CUSTOMIZATION_WIDTH, CUSTOMIZATION_HEIGHT);
      case SwitchStep choice -> new Box(at.x(), at.y(), width(choice), STEP_HEIGHT);
      case null, default -> new Box(at.x(), at.y(), STEP_WIDTH, STEP_HEIGHT);
    };
  }

  /** A switch with many cases is wider, so that the names of its ports have room. */
  private static int width(SwitchStep choice) {
    return Math.max(STEP_WIDTH, (choice.cases().size() + 1) * BRANCH_WIDTH);
  }

  /** The boxes of those members of a container that have a place. */
  static List<Box> members(Flow flow, ContainerStep container) {
    Set<String> placed = flow.layout().keySet();
    return container.contains().stream()
        .filter(placed::contains)
        .filter(member -> !member.equals(container.id()))
        .filter(member -> Containers.of(flow, member).filter(container.id()::equals).isPresent())
        .map(member -> of(flow, member))
        .toList();
  }

  /** The least box from here that holds the members; for one that has no size yet. */
  private static Box around(Flow flow, ContainerStep container, Position at) {
    return grown(
        new Box(at.x(), at.y(), CONTAINER_WIDTH, CONTAINER_HEIGHT), members(flow, container));
  }

  /** The box, as much larger as it must be to hold the members. */
  static Box grown(Box box, List<Box> members) {
    int left = box.x();
    int top = box.y();
    int right = box.right();
    int bottom = box.bottom();
    for (Box member : members) {
      left = Math.min(left, member.x() - PADDING);
      top = Math.min(top, member.y() - HEAD - PADDING);
      right = Math.max(right, member.right() + PADDING);
      bottom = Math.max(bottom, member.bottom() + PADDING);
    }
    return new Box(left, top, right - left, bottom - top);
  }
}
