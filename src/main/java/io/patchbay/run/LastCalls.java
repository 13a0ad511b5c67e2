package io.patchbay.run;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;

/** When steps of flows ran last. */
@Service
public class LastCalls {

  /** How many runs of a flow are looked through. */
  public static final int RUNS = 100;

  private final LastCallRepository repository;

  LastCalls(LastCallRepository repository) {
    this.repository = repository;
  }

  /**
   * A step of a flow.
   *
   * @param flow slug of the flow
   * @param step id of the step
   */
  public record Place(String flow, String step) {}

  /**
   * The last start of each step within the newest {@value #RUNS} runs of these flows; steps that
   * did not run there are left out.
   *
   * @param flows slugs of flows of the workspace
   */
  public Map<Place, Instant> of(Access access, Collection<String> flows) {
    access.require(Role.VIEWER);
    return flows.isEmpty() ? Map.of() : repository.of(access.workspace(), flows, RUNS);
  }
}
