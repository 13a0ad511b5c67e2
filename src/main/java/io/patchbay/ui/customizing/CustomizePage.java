package io.patchbay.ui.customizing;

import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.shell.Look;
import java.util.List;

/** The customizations of the API, which hold for all its methods. */
final class CustomizePage extends Div {

  CustomizePage(ApiDraft draft, CustomizationForms forms) {
    addClassName("pb-scroll");
    add(
        Look.div(
            "pb-tab-page pb-cz-wide",
            new CustomizationStrip(
                forms,
                new CustomizationStrip.Setting(
                    draft.visit(),
                    "API",
                    !draft.mayEdit(),
                    CustomizationNames.completions(draft.api()),
                    List::of,
                    () -> Places.within(draft.problems(""), "customizations")),
                draft.api().customizations(),
                customizations ->
                    draft.change(
                        api -> api.with(parts -> parts.customizations = customizations)))));
  }
}
