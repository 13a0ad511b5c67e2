package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Step;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.designer.editing.DeleteSteps;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Visit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The right side of the designer: what is selected, or the flow as a whole. */
@CssImport("./styles/designer-inspector.css")
public final class InspectorPanel extends Div {

  private final Visit visit;
  private final Drawing drawing;
  private final StepForms forms;
  private final TriggerForms triggers;
  private @Nullable StepEditor<?> editor;
  private @Nullable FormTabs tabs;
  private @Nullable Runnable refreshTrigger;
  private @Nullable String shown;

  public InspectorPanel(Visit visit, Drawing drawing, StepForms forms, TriggerForms triggers) {
    this.visit = visit;
    this.drawing = drawing;
    this.forms = forms;
    this.triggers = triggers;
    addClassName("pb-dz-inspector");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", "Inspector");
    drawing.listen(this::changed);
    rebuild();
  }

  /** Shows the tab and the field that a problem is at. */
  public void reveal(@Nullable String field) {
    if (field == null) {
      return;
    }
    getElement()
        .executeJs(
            "const at = this.querySelector(`[data-field=\"${CSS.escape($0)}\"]`);"
                + "at?.scrollIntoView({block: 'center'});"
                + "at?.querySelector('input, .cm-content, vaadin-select')?.focus();",
            field);
  }

  private void changed(Drawing.Change change) {
    switch (change) {
      case SELECTION, RELOADED -> rebuild();
      case FLOW, PROBLEMS, RUN -> refresh();
    }
  }

  private void refresh() {
    String selected = drawing.selected().orElse(null);
    if (selected != null && !selected.equals(shown)) {
      rebuild();
      return;
    }
    if (editor != null) {
      editor.refresh();
    }
    if (refreshTrigger != null) {
      refreshTrigger.run();
    }
  }

  private void rebuild() {
    @Nullable String tab = tabs == null ? null : tabs.shown();
    removeAll();
    editor = null;
    tabs = null;
    refreshTrigger = null;
    Optional<String> id = drawing.selected();
    shown = id.orElse(null);
    Optional<Step> step = id.flatMap(drawing.flow()::step);
    Optional<Trigger> trigger = id.flatMap(drawing.flow()::trigger);
    if (step.isPresent()) {
      show(step.get(), tab);
    } else if (trigger.isPresent()) {
      show(trigger.get());
    } else if (drawing.selection().size() > 1) {
      showSeveral();
    } else {
      add(new SettingsForm(drawing));
    }
  }

  private <S extends Step> void show(S step, @Nullable String tab) {
    StepForm<S> form = forms.of(step);
    var newEditor = new StepEditor<>(visit, drawing, step, form.type());
    editor = newEditor;
    add(new StepHead(drawing, step.id(), tile(step, form), form.title(), true));
    if (step instanceof CallStep call) {
      address(call).ifPresent(this::add);
      VersionChoice.of(drawing, call).ifPresent(this::add);
    }
    var newTabs = new FormTabs();
    tabs = newTabs;
    form.fill(newTabs, newEditor);
    if (tab != null) {
      newTabs.show(tab);
    }
    add(newTabs);
  }

  private void show(Trigger trigger) {
    Span tile = Look.line("pb-mono-tile l logic", triggers.icon(trigger).create());
    add(new StepHead(drawing, trigger.id(), tile, triggers.title(trigger), false));
    var form = triggers.form(drawing, trigger);
    refreshTrigger = form::refresh;
    add(form);
  }

  private void showSeveral() {
    int many = drawing.selection().size();
    Div actions = Look.div("pb-row");
    if (!drawing.readOnly()) {
      actions.add(
          Buttons.danger(
              "Delete %d steps".formatted(many),
              Icons.TRASH_2,
              () -> drawing.applyAndReload(new DeleteSteps(drawing.selection(), Set.of()))));
    }
    add(
        Look.div(
            "pb-dz-several",
            Look.span("pb-subtitle", "%d selected".formatted(many)),
            Look.span("pb-text-2", "Move them together, copy them with Ctrl C, or delete them."),
            actions));
  }

  private Component tile(Step step, StepForm<?> form) {
    if (step instanceof CallStep call) {
      String name = drawing.lookup().api(call.api()).map(Api::name).orElse(call.api());
      return new Monogram(name, call.api(), "l");
    }
    String tone = step instanceof CustomizationStep ? "copper" : "logic";
    return Look.line("pb-mono-tile l " + tone, form.icon().create());
  }

  private Optional<Div> address(CallStep call) {
    Optional<Api> api = drawing.lookup().api(call.api());
    Optional<ApiMethod> method = drawing.lookup().method(call);
    if (api.isEmpty() || method.isEmpty()) {
      return Optional.empty();
    }
    String url = api.get().baseUrl().replaceFirst("^https?://", "") + method.get().path();
    var line =
        Look.div(
            "pb-dz-address",
            Badges.verb(method.get().verb()),
            Look.title(url, Look.span("pb-mono-s pb-ellipsis", url)));
    if (method.get().deprecated()) {
      line.add(Look.line("pb-end", Badges.tag("warning", "deprecated")));
    }
    return Optional.of(line);
  }
}
