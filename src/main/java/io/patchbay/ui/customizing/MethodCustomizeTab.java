package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Customization;
import io.patchbay.api.MethodParts;
import io.patchbay.api.Parameter;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.apis.MethodTab;
import io.patchbay.ui.shell.CodeEditor.Completion;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What changes the calls of one method: above what comes from its API, below its own. */
@org.springframework.stereotype.Component
final class MethodCustomizeTab implements MethodTab {

  private final CustomizationForms forms;

  MethodCustomizeTab(CustomizationForms forms) {
    this.forms = forms;
  }

  @Override
  public String title() {
    return "Customize";
  }

  @Override
  public Component create(
      ApiDraft draft, Supplier<ApiMethod> method, Consumer<Consumer<MethodParts>> change) {
    List<Completion> completions = CustomizationNames.completions(draft.api());
    Div page = Look.div("pb-method-part pb-cz-page");
    List<Customization> above = draft.api().customizations();
    if (!above.isEmpty()) {
      page.add(
          Look.section(
              "From the API",
              Look.link(
                  draft.visit().path("apis", draft.ref()) + "?tab=customizations",
                  new Span("Change them"))),
          new CustomizationStrip(
              forms,
              new CustomizationStrip.Setting(
                  draft.visit(), "API", true, completions, List::of, List::of),
              above,
              unchanged -> {}),
          Look.section("Of this method"));
    }
    page.add(
        new CustomizationStrip(
            forms,
            new CustomizationStrip.Setting(
                draft.visit(),
                "method",
                !draft.mayEdit(),
                completions,
                () -> queryParameters(method.get()),
                () -> Places.within(draft.problems(method.get().name()), "customizations")),
            method.get().customizations(),
            customizations -> change.accept(parts -> parts.customizations = customizations)));
    return page;
  }

  private static List<String> queryParameters(ApiMethod method) {
    return method.parameters().stream()
        .filter(parameter -> parameter.in() == Parameter.In.QUERY)
        .map(Parameter::sentAs)
        .toList();
  }
}
