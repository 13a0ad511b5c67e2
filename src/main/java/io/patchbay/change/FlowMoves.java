package io.patchbay.change;

import io.patchbay.api.ApiVersions;
import io.patchbay.api.VersionWish;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowService;
import io.patchbay.flow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves flows from one version of an API to another. */
@Service
public class FlowMoves {

  private final ApiVersions versions;
  private final FlowService flows;

  FlowMoves(ApiVersions versions, FlowService flows) {
    this.versions = versions;
    this.flows = flows;
  }

  /**
   * Lets steps of a flow's draft ask for another version; what runs changes when the flow is
   * published.
   *
   * @param ref the API as the flow names it
   * @param step one step only; null for all that call the API
   * @param version see {@link VersionWish}; null for the newest
   * @throws NotFoundException when the flow does not call the API
   */
  @Transactional
  public Moved move(
      Access access, String ref, String flow, @Nullable String step, @Nullable String version) {
    access.require(Role.EDITOR);
    if (flow.isBlank()) {
      throw new InvalidException("flow", "Say which flow to move.");
    }
    check(access, ref, version);
    var draft = flows.get(access, flow);
    List<String> moved = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    boolean calls = false;
    for (Step each : draft.flow().steps()) {
      if (each instanceof CallStep call
          && call.api().equals(ref)
          && (step == null || step.equals(call.id()))) {
        calls = true;
        if (!Objects.equals(call.version(), version)) {
          moved.add(call.id());
        }
        steps.add(call.withVersion(version));
      } else {
        steps.add(each);
      }
    }
    if (!calls) {
      throw new NotFoundException(
          step == null
              ? "Flow '%s' does not call API '%s'.".formatted(flow, ref)
              : "Flow '%s' has no step '%s' that calls API '%s'.".formatted(flow, step, ref));
    }
    Flow changed = draft.flow().withSteps(steps);
    var kept = moved.isEmpty() ? draft : flows.putDraft(access, flow, changed, draft.revision());
    return new Moved(flow, moved, kept.revision(), flows.validate(access, kept.flow()));
  }

  private void check(Access access, String ref, @Nullable String version) {
    if (version == null) {
      versions.list(access, ref);
    } else if (version.equals(VersionWish.DRAFT)) {
      versions.requireDraft(access, ref);
    } else if (versions.list(access, ref).stream()
        .noneMatch(each -> VersionWish.matches(version, each.version()))) {
      throw new InvalidException(
          "version", "API '%s' has no version '%s'.".formatted(ref, version));
    }
  }
}
