package io.patchbay.ui.designer.inspector;

import io.patchbay.flow.Trigger;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.shell.Icons;
import java.util.List;

/**
 * The forms of triggers.
 *
 * @param hooks the address that the paths of webhooks are appended to, with a slash at its end
 * @param environments the names of those of the workspace
 */
public record TriggerForms(String hooks, List<String> environments) {

  String title(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Webhook _ -> "Webhook";
      case Trigger.Manual _ -> "Manual trigger";
    };
  }

  Icons icon(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Webhook _ -> Icons.WEBHOOK;
      case Trigger.Manual _ -> Icons.PLAY;
    };
  }

  TriggerForm form(Drawing drawing, Trigger trigger) {
    return new TriggerForm(drawing, trigger, this);
  }
}
