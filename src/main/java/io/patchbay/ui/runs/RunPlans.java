package io.patchbay.ui.runs;

import io.patchbay.api.Api;
import io.patchbay.api.ApiService;
import io.patchbay.api.StoredApi;
import io.patchbay.common.Access;
import io.patchbay.common.NotFoundException;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowService;
import io.patchbay.run.Run;
import io.patchbay.ui.designer.CanvasFlow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the flow that a run followed, and draws it. */
@Component
class RunPlans {

  private final FlowService flows;
  private final ApiService apis;

  RunPlans(FlowService flows, ApiService apis) {
    this.flows = flows;
    this.apis = apis;
  }

  /** The version that ran; for a draft, the draft as it is now. Empty when it is gone. */
  Optional<Flow> flow(Access access, Run run) {
    try {
      Integer version = run.version();
      return Optional.of(
          version == null
              ? flows.get(access, run.flow()).flow()
              : flows.version(access, run.flow(), version));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /** The flow for the canvas. */
  CanvasFlow drawing(Access access, Run run, Flow flow) {
    Map<String, Optional<Api>> found = new HashMap<>();
    return new RunDrawing(
            flow,
            slug -> found.computeIfAbsent(slug, one -> apis.find(access, one).map(StoredApi::api)))
        .toCanvas(run.id().toString());
  }
}
