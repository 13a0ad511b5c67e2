package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.shared.HasTooltip;
import io.patchbay.common.Access.Role;

/** Disables what changes a definition for who may not, and says why. */
public final class EditRights {

  private EditRights() {}

  /** The control, as far as who looks may use it. */
  public static <T extends Component & HasEnabled & HasTooltip> T of(ApiDraft draft, T control) {
    draft.visit().needs(Role.EDITOR, control);
    var share = draft.stored().share();
    if (share != null && !draft.stored().mayBeEdited()) {
      control.setEnabled(false);
      control.setTooltipText(
          "%s shares the API to be used, not to be changed.".formatted(share.ownerName()));
    }
    return control;
  }
}
