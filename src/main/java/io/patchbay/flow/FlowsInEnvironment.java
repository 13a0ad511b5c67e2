package io.patchbay.flow;

import io.patchbay.api.EnvironmentUsers;
import io.patchbay.common.WorkspaceId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells which webhooks name an environment. */
@Component
class FlowsInEnvironment implements EnvironmentUsers {

  private final FlowRepository repository;

  FlowsInEnvironment(FlowRepository repository) {
    this.repository = repository;
  }

  @Override
  public List<String> naming(WorkspaceId workspace, String environment) {
    return repository.naming(workspace, environment);
  }
}
