package io.patchbay.sample;

import io.patchbay.account.Accesses;
import io.patchbay.account.AccountService;
import io.patchbay.account.UserView;
import io.patchbay.account.WorkspaceService;
import io.patchbay.common.ConflictException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the sample workspace at start where the operator wishes it ({@code ./run --sample}). */
@Component
class SampleStart {

  private static final Logger log = LoggerFactory.getLogger("patchbay");

  private final SampleWorkspace sample;
  private final SampleServer server;
  private final AccountService accounts;
  private final WorkspaceService workspaces;
  private final Accesses accesses;
  private final boolean wished;

  SampleStart(
      SampleWorkspace sample,
      SampleServer server,
      AccountService accounts,
      WorkspaceService workspaces,
      Accesses accesses,
      @Value("${patchbay.sample:false}") boolean wished) {
    this.sample = sample;
    this.server = server;
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.accesses = accesses;
    this.wished = wished;
  }

  /** After the first administrator was made from the settings; without one, set-up offers it. */
  @EventListener(ApplicationStartedEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  void prepare() {
    accounts.firstAdministrator().ifPresent(this::prepare);
  }

  private void prepare(UserView administrator) {
    var isThere =
        workspaces.list(administrator.id()).stream()
            .anyMatch(workspace -> workspace.slug().equals(SampleWorkspace.SLUG));
    if (isThere && server.isOn()) {
      sample.moveTo(accesses.of(administrator.id(), SampleWorkspace.SLUG));
    } else if (!isThere && wished) {
      try {
        sample.create(administrator.id());
        log.info("Made the workspace 'sample' with an orders API and two flows.");
      } catch (ConflictException e) {
        log.info("{}", e.getMessage()); // another node was faster
      }
    }
  }
}
