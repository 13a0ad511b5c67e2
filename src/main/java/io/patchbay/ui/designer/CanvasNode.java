package io.patchbay.ui.designer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box on the canvas. Its type says how it is drawn, its kind which icon it has; {@code parent} is
 * the container that it is in, though its place is that on the whole canvas.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CanvasNode.Trigger.class, name = "trigger"),
  @JsonSubTypes.Type(value = CanvasNode.Call.class, name = "call"),
  @JsonSubTypes.Type(value = CanvasNode.Logic.class, name = "logic"),
  @JsonSubTypes.Type(value = CanvasNode.Container.class, name = "container"),
  @JsonSubTypes.Type(value = CanvasNode.Customization.class, name = "customization"),
  @JsonSubTypes.Type(value = CanvasNode.Note.class, name = "note")
})
public sealed interface CanvasNode {

  /** The step's id, unique within its flow. */
  String id();

  /** Left edge in canvas units. */
  double x();

  /** Top edge in canvas units. */
  double y();

  /** What starts the flow: port {@code next}. */
  record Trigger(
      String id,
      String kind,
      String name,
      String summary,
      @Nullable String verb,
      double x,
      double y)
      implements CanvasNode {}

  /**
   * A call of a method: ports {@code in}, {@code customize}, {@code next}, {@code error}.
   *
   * @param monogram two letters of the API, on one of the seven tones (0 to 6)
   * @param customizations how many change this call: from API, method and flow together
   */
  record Call(
      String id,
      String name,
      String verb,
      String method,
      String apiName,
      String monogram,
      int tone,
      int customizations,
      boolean pinned,
      @Nullable String parent,
      double x,
      double y)
      implements CanvasNode {}

  /**
   * Every other step: port {@code in}, its branches and perhaps {@code error}.
   *
   * @param branches the ports where its links begin: {@code next}, or {@code true} and {@code
   *     false}; empty where the path ends
   */
  record Logic(
      String id,
      String kind,
      String name,
      String summary,
      List<String> branches,
      boolean errorPort,
      boolean pinned,
      @Nullable String parent,
      double x,
      double y)
      implements CanvasNode {

    public Logic {
      branches = List.copyOf(branches);
    }
  }

  /**
   * A step with steps inside: port {@code in}, its branches and {@code error}, all at its border.
   *
   * @param limits how it runs what is inside, in a few words
   * @param members how many steps are inside
   */
  record Container(
      String id,
      String kind,
      String name,
      String summary,
      String limits,
      List<String> branches,
      boolean pinned,
      int members,
      double width,
      double height,
      @Nullable String parent,
      double x,
      double y)
      implements CanvasNode {

    public Container {
      branches = List.copyOf(branches);
    }
  }

  /** A node that changes how calls are made: port {@code customize}. */
  record Customization(
      String id,
      String kind,
      String name,
      String summary,
      @Nullable String parent,
      double x,
      double y)
      implements CanvasNode {}

  /** A sticky note. */
  record Note(
      String id,
      String text,
      double width,
      double height,
      @Nullable String parent,
      double x,
      double y)
      implements CanvasNode {}
}
