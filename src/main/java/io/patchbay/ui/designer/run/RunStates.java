package io.patchbay.ui.designer.run;

import io.patchbay.run.StepState;
import io.patchbay.ui.designer.CanvasRun;

/** The states of steps as the canvas names them. */
final class RunStates {

  private RunStates() {}

  static CanvasRun.State state(StepState state) {
    return switch (state) {
      case QUEUED -> CanvasRun.State.QUEUED;
      case RUNNING -> CanvasRun.State.RUNNING;
      case WAITING -> CanvasRun.State.WAITING;
      case IN_DOUBT -> CanvasRun.State.IN_DOUBT;
      case SUCCEEDED -> CanvasRun.State.SUCCEEDED;
      case FAILED -> CanvasRun.State.FAILED;
      case SKIPPED -> CanvasRun.State.SKIPPED;
      case CANCELLED -> CanvasRun.State.CANCELLED;
    };
  }
}
