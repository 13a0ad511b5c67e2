package io.patchbay.flow;

import java.util.List;

/**
 * A step with steps inside. Its members are steps of the flow like all others, and no link crosses
 * its border: those of them that no link of another member leads to start when the container
 * starts. What its members make is seen within only; the container's own output is what the rest of
 * the flow sees.
 */
public sealed interface ContainerStep extends ActiveStep permits ForEachStep, TryStep {

  /** Ids of the steps inside, customizations and notes included; each in one container at most. */
  List<String> contains();

  /** The same with other members. */
  ContainerStep withMembers(List<String> members);
}
