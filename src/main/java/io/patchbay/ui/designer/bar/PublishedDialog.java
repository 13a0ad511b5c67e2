package io.patchbay.ui.designer.bar;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Look;

/** Says that a version is live, and at which addresses. */
public final class PublishedDialog extends Dialog {

  /**
   * The dialog.
   *
   * @param hooks the address that the paths of webhooks are appended to
   */
  public PublishedDialog(Flow flow, int version, String hooks) {
    addClassName("pb-dialog");
    setHeaderTitle("v%d is live".formatted(version));
    setWidth("560px");
    Div body = Look.div("pb-dz-publish");
    for (Trigger trigger : flow.triggers()) {
      if (trigger instanceof Trigger.Webhook hook) {
        String url = hooks + hook.path();
        body.add(
            Look.div(
                "pb-dz-address",
                Badges.verb(hook.verbs().getFirst()),
                Look.testId(
                    "published-url", Look.title(url, Look.span("pb-mono-s pb-ellipsis", url))),
                Look.line("pb-end", CopyButton.icon(url, "Address"))));
      }
    }
    body.add(
        Look.div(
            "pb-dz-hint",
            new Span("Runs that are under way finish on the version that they started with.")));
    add(body);
    getFooter().add(Look.testId("published-close", Buttons.primary("Done", null, this::close)));
  }

  /** Whether there is an address to tell. */
  public static boolean isWorthIt(Flow flow) {
    return flow.triggers().stream().anyMatch(Trigger.Webhook.class::isInstance);
  }
}
