package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.shared.HasTooltip;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import java.util.function.Supplier;

/**
 * The signed-in user in the workspace of the address. Rights are looked up anew for each call of a
 * service, so that a role that was taken away holds at once.
 */
public final class Visit {

  private final Supplier<Access> lookUp;
  private final Access atStart;

  Visit(Supplier<Access> lookUp) {
    this.lookUp = lookUp;
    this.atStart = lookUp.get();
  }

  /** The rights as they are now; the first argument of services. */
  public Access access() {
    return lookUp.get();
  }

  /** The workspace's name in addresses. */
  public String workspace() {
    return atStart.workspaceSlug();
  }

  /** The user's e-mail address. */
  public String actor() {
    return atStart.actor();
  }

  /** Whether the user had this role when the page was opened: for what a page offers. */
  public boolean may(Role role) {
    return atStart.allows(role);
  }

  /** The path of a page of this workspace, for example {@code path("apis", slug)}. */
  public String path(String... parts) {
    return workspace() + "/" + String.join("/", parts);
  }

  /** Disables a control for whom it is not, and says why. */
  public <T extends Component & HasEnabled & HasTooltip> T needs(Role role, T control) {
    if (!may(role)) {
      control.setEnabled(false);
      control.setTooltipText(
          "This needs the role %s; yours is %s.".formatted(role.word(), atStart.role().word()));
    }
    return control;
  }
}
