package io.patchbay.ui.designer.palette;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.ApiService;
import io.patchbay.api.ApiSummary;
import io.patchbay.api.MethodSummary;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.FlowSummary;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.inspector.StepForm;
import io.patchbay.ui.designer.inspector.StepForms;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The left side of the designer: APIs with their methods, logic, customizations, triggers. */
@CssImport("./styles/designer-palette.css")
public final class PalettePanel extends Div {

  private static final int SEARCH_PAUSE_MS = 200;
  private static final int MOST_FOUND = 60;
  private static final int FEW_FLOWS = 6;

  /** Where other flows are found. */
  @FunctionalInterface
  public interface FlowSource {

    /** Those that have a published version, without the one that is drawn. */
    List<FlowSummary> published();
  }

  private final Visit visit;
  private final ApiService apis;
  private final StepForms forms;
  private final Drawing drawing;
  private final FlowSource flows;
  private final Consumer<PaletteItem> onAdd;
  private final boolean enabled;
  private final TextField search = new TextField();
  private final Div list = Look.div("pb-palette-list");

  /**
   * The palette.
   *
   * @param flows those that can be run as a step
   * @param onAdd called when a row is to be added without being dragged
   */
  public PalettePanel(
      Visit visit,
      ApiService apis,
      StepForms forms,
      FlowSource flows,
      Drawing drawing,
      Consumer<PaletteItem> onAdd) {
    this.visit = visit;
    this.flows = flows;
    this.apis = apis;
    this.forms = forms;
    this.drawing = drawing;
    this.onAdd = onAdd;
    this.enabled = !drawing.readOnly();
    addClassName("pb-palette");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", "Palette");
    search.setPlaceholder("Search methods, steps");
    search.setAriaLabel("Search methods and steps");
    search.setPrefixComponent(Icons.SEARCH.create("pb-i14"));
    search.setSuffixComponent(Look.kbd("N"));
    search.setWidthFull();
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setValueChangeTimeout(SEARCH_PAUSE_MS);
    search.getElement().setAttribute("data-key", "n");
    search.addValueChangeListener(event -> load());
    Look.testId("palette-search", search);
    add(Look.div("pb-palette-search", search), list);
    load();
  }

  private void load() {
    list.removeAll();
    String q = search.getValue().strip();
    if (q.isEmpty()) {
      showAll();
    } else {
      showFound(q);
    }
  }

  private void showAll() {
    List<ApiSummary> all = apis.list(visit.access(), null);
    var plus = Look.link(visit.path("apis"), Icons.PLUS.create("pb-i14"));
    plus.addClassName("pb-end");
    plus.getElement().setAttribute("aria-label", "New API");
    Look.title("APIs of this workspace, and new ones", plus);
    list.add(Look.div("pb-palette-section", new Span("APIs"), plus));
    Set<String> used =
        drawing.flow().steps().stream()
            .filter(CallStep.class::isInstance)
            .map(CallStep.class::cast)
            .map(CallStep::method)
            .collect(Collectors.toSet());
    Set<String> usedApis =
        drawing.flow().steps().stream()
            .filter(CallStep.class::isInstance)
            .map(step -> ((CallStep) step).api())
            .collect(Collectors.toSet());
    for (ApiSummary api : all) {
      var branch = new ApiBranch(api, this::methods, used, enabled, onAdd);
      list.add(branch);
      if (usedApis.contains(api.slug())) {
        branch.setOpen(true);
      }
    }
    if (all.isEmpty()) {
      list.add(
          Look.div(
              "pb-palette-hint",
              Look.line(
                  "", new Span("No API yet. "), Look.link(visit.path("apis"), "Define one"))));
    }
    section("Logic", StepForm.Group.LOGIC, "pb-palette-grid", "");
    flows("");
    section("Customizations", StepForm.Group.CUSTOMIZATIONS, "pb-palette-grid copper", "");
    list.add(head("Triggers"), triggers(""));
  }

  private void showFound(String q) {
    List<MethodSummary> found = apis.methods(visit.access(), null, q, MOST_FOUND + 1);
    String words = q.toLowerCase(Locale.ROOT);
    String api = "";
    for (MethodSummary method : found.subList(0, Math.min(MOST_FOUND, found.size()))) {
      if (!method.api().equals(api)) {
        api = method.api();
        list.add(Look.div("pb-palette-section", new Span(api)));
      }
      list.add(PaletteRow.method(method, enabled, onAdd));
    }
    if (found.size() > MOST_FOUND) {
      list.add(Look.div("pb-palette-hint", Look.span("", "And more; type more of the name")));
    }
    section("Logic", StepForm.Group.LOGIC, "pb-palette-grid", words);
    flows(words);
    section("Customizations", StepForm.Group.CUSTOMIZATIONS, "pb-palette-grid copper", words);
    Div triggers = triggers(words);
    if (triggers.getComponentCount() > 0) {
      list.add(head("Triggers"), triggers);
    }
    if (list.getComponentCount() == 0) {
      list.add(
          Look.div(
              "pb-palette-hint",
              Look.span("", "No method and no step has '%s' in its name".formatted(q))));
    }
  }

  private List<MethodSummary> methods(String api) {
    return apis.methods(visit.access(), api, null);
  }

  private void section(String title, StepForm.Group group, String classNames, String words) {
    Div grid = Look.div(classNames);
    for (StepForm<?> form : forms.in(group)) {
      if (form.matches(words)) {
        grid.add(
            PaletteRow.kind(
                form.kind(), form.title(), form.icon(), form.sentence(), enabled, onAdd));
      }
    }
    if (grid.getComponentCount() > 0) {
      list.add(head(title), grid);
    }
  }

  /** The published flows, few until something is searched. */
  private void flows(String words) {
    List<FlowSummary> found =
        flows.published().stream()
            .filter(
                flow -> (flow.name() + " " + flow.slug()).toLowerCase(Locale.ROOT).contains(words))
            .toList();
    if (found.isEmpty()) {
      return;
    }
    list.add(head("Flows"));
    int most = words.isEmpty() ? FEW_FLOWS : MOST_FOUND;
    for (FlowSummary flow : found.subList(0, Math.min(most, found.size()))) {
      list.add(PaletteRow.flow(flow, enabled, onAdd));
    }
    if (found.size() > most) {
      list.add(
          Look.div(
              "pb-palette-hint",
              Look.span("", "%,d more, type to search".formatted(found.size() - most))));
    }
  }

  private Div triggers(String words) {
    Div grid = Look.div("pb-palette-grid");
    if ("webhook".contains(words)) {
      grid.add(PaletteRow.kind("webhook", "Webhook", Icons.WEBHOOK, "", enabled, onAdd));
    }
    if ("manual".contains(words)) {
      grid.add(PaletteRow.kind("manual", "Manual", Icons.PLAY, "", enabled, onAdd));
    }
    return grid;
  }

  private static Div head(String title) {
    return Look.div("pb-palette-section pb-palette-line", new Span(title));
  }
}
