package io.patchbay.ui.shell;

import com.vaadin.flow.router.BeforeEvent;
import io.patchbay.account.Accesses;
import io.patchbay.account.CurrentUser;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import org.springframework.stereotype.Component;

/** Opens the workspace of an address for whoever is signed in. */
@Component
public class Visits {

  private final CurrentUser currentUser;
  private final Accesses accesses;

  Visits(CurrentUser currentUser, Accesses accesses) {
    this.currentUser = currentUser;
    this.accesses = accesses;
  }

  /**
   * The visit of the workspace in the address.
   *
   * @throws NotFoundException when there is none, or none for this user
   */
  public Visit of(BeforeEvent event) {
    return of(event.getRouteParameters().get("workspace").orElse(""));
  }

  /** The visit of a workspace. */
  public Visit of(String workspace) {
    UserId user = currentUser.id();
    return new Visit(() -> accesses.of(user, workspace));
  }
}
