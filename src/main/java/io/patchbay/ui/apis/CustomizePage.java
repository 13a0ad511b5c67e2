package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.shell.Look;

/** The customizations of the API, which hold for all its methods. */
final class CustomizePage extends Div {

  CustomizePage(ApiDraft draft) {
    addClassName("pb-scroll");
    add(
        Look.div(
            "pb-tab-page pb-form-narrow",
            new CustomizationsEditor(
                draft.api().customizations(),
                customizations ->
                    draft.change(
                        api -> api.with(parts -> parts.customizations = customizations)))));
    setEnabled(draft.mayEdit());
  }
}
