package io.patchbay.ui.runs;

import io.patchbay.api.ApiCatalog;
import io.patchbay.common.Access;
import io.patchbay.common.NotFoundException;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowService;
import io.patchbay.run.Run;
import io.patchbay.ui.designer.CanvasFlow;
import io.patchbay.ui.designer.CanvasMapper;
import io.patchbay.ui.designer.editing.CatalogLookup;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the flow that a run followed, and draws it. */
@Component
class RunPlans {

  private final FlowService flows;
  private final ApiCatalog apis;

  RunPlans(FlowService flows, ApiCatalog apis) {
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

  /** The flow for the canvas, with the methods as they are named now. */
  CanvasFlow drawing(Access access, Run run, Flow flow) {
    var lookup = new CatalogLookup(apis, access.workspace());
    return new CanvasMapper(lookup).toCanvas(run.id().toString(), flow, 0, false, false);
  }
}
