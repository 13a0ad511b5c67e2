package io.patchbay.ui.apis;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.patchbay.api.ApiService;
import io.patchbay.api.ApiSummary;
import io.patchbay.api.ApiUse;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Deletes an API, unless flows call it: then it says which. */
final class DeleteApi {

  private DeleteApi() {}

  static void ask(Visit visit, ApiService apis, ApiSummary api, Runnable onGone) {
    ask(visit, apis, api.slug(), api.name(), onGone);
  }

  static void ask(Visit visit, ApiService apis, String slug, String name, Runnable onGone) {
    List<ApiUse> uses = apis.uses(visit.access(), slug);
    if (!uses.isEmpty()) {
      refuse(visit, "API '%s'".formatted(name), uses);
      return;
    }
    new Confirm(
            "Delete API '%s'?".formatted(name),
            "Its methods, examples and schemas go with it. Its credential stays. No flow uses it.",
            "Delete API",
            () -> {
              apis.delete(visit.access(), slug);
              Toasts.success("API '%s' deleted".formatted(name));
              onGone.run();
            })
        .open();
  }

  /**
   * Says why something cannot be deleted.
   *
   * @param what names it, for example {@code API 'CRM'}
   */
  static void refuse(Visit visit, String what, List<ApiUse> uses) {
    var dialog = new Dialog();
    dialog.addClassName("pb-dialog");
    dialog.setHeaderTitle(what + " is in use");
    dialog.setWidth("440px");
    dialog.add(
        new Paragraph(
            "These flows call it, and their next run would fail. Take its steps out of them first."));
    uses.stream()
        .collect(Collectors.groupingBy(ApiUse::flow, LinkedHashMap::new, Collectors.toList()))
        .forEach((flow, steps) -> dialog.add(ApiDetail.flowRow(visit, flow, steps)));
    dialog.getFooter().add(Buttons.primary("Keep it", null, dialog::close));
    Look.testId("api-in-use", dialog);
    dialog.open();
  }
}
