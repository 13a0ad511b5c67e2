package io.patchbay.ui.designer.palette;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.ApiService;
import io.patchbay.api.MethodSummary;
import io.patchbay.ui.designer.inspector.StepForm;
import io.patchbay.ui.designer.inspector.StepForms;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A small list of all that can be added, where the pointer is. */
public final class QuickAdd extends Dialog {

  /** What can be added at a place. */
  public enum Offer {
    /** Logic and calls. */
    STEPS,
    /** What can be patched to a call. */
    CUSTOMIZATIONS,
    /** What a customization can be patched to. */
    CALLS
  }

  private static final int MOST = 40;
  private static final int WIDTH = 300;
  private static final int HEIGHT = 340;

  private final Visit visit;
  private final ApiService apis;
  private final StepForms forms;
  private final Offer offer;
  private final Consumer<PaletteItem> onPick;
  private final TextField search = new TextField();
  private final Div list = Look.div("pb-dz-quick-list");
  private final List<PaletteItem> found = new ArrayList<>();

  /** The list at a place of the window. */
  public QuickAdd(
      Visit visit,
      ApiService apis,
      StepForms forms,
      double clientX,
      double clientY,
      Offer offer,
      Consumer<PaletteItem> onPick) {
    this.offer = offer;
    this.visit = visit;
    this.apis = apis;
    this.forms = forms;
    this.onPick = onPick;
    addClassName("pb-dz-quick");
    getElement().setAttribute("aria-label", "Add a step");
    setWidth(WIDTH + "px");
    setHeight(HEIGHT + "px");
    setLeft("min(%dpx, calc(100vw - %dpx))".formatted(Math.round(clientX), WIDTH + 16));
    setTop("min(%dpx, calc(100vh - %dpx))".formatted(Math.round(clientY), HEIGHT + 16));
    search.setPlaceholder(offer == Offer.CUSTOMIZATIONS ? "Add a customization" : "Add a step");
    search.setAriaLabel("Search what to add");
    search.setPrefixComponent(Icons.SEARCH.create("pb-i14"));
    search.setWidthFull();
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setValueChangeTimeout(150);
    search.addValueChangeListener(event -> load());
    search
        .getElement()
        .addEventListener(
            "keydown",
            event -> {
              if (!found.isEmpty()) {
                pick(found.getFirst());
              }
            })
        .setFilter("event.key === 'Enter'");
    Look.testId("quick-search", search);
    add(search, list);
    load();
    addOpenedChangeListener(event -> {
      if (event.isOpened()) {
        search.focus();
      }
    });
  }

  private void load() {
    list.removeAll();
    found.clear();
    String words = search.getValue().strip().toLowerCase(Locale.ROOT);
    if (offer != Offer.CALLS) {
      loadKinds(words);
    }
    if (offer != Offer.CUSTOMIZATIONS) {
      loadMethods(words);
    }
    if (found.isEmpty()) {
      list.add(Look.div("pb-palette-hint", new Span("Nothing of that name.")));
    }
  }

  private void loadKinds(String words) {
    var group = offer == Offer.STEPS ? StepForm.Group.LOGIC : StepForm.Group.CUSTOMIZATIONS;
    for (StepForm<?> form : forms.in(group)) {
      if (form.matches(words)) {
        row(PaletteItem.of(form.kind()), form.icon().create("pb-i14"), form.title());
      }
    }
  }

  private void loadMethods(String words) {
    List<MethodSummary> methods =
        apis.methods(visit.access(), null, words.isEmpty() ? null : words, MOST);
    for (MethodSummary method : methods.subList(0, Math.min(MOST, methods.size()))) {
      row(
          PaletteItem.call(method.api(), method.name()),
          Badges.verb(method.verb()),
          method.deprecated() ? method.name() + " (deprecated)" : method.name());
    }
  }

  private void row(PaletteItem item, com.vaadin.flow.component.Component sign, String text) {
    found.add(item);
    var row = new NativeButton();
    row.addClassName("pb-dz-row");
    row.setClassName("copper", offer == Offer.CUSTOMIZATIONS);
    Look.testId("quick-" + item.kind(), row);
    String api = item.api();
    row.add(
        sign,
        Look.span("pb-ellipsis", text),
        Look.span("pb-end pb-text-3", api == null ? "" : api));
    row.addClickListener(event -> pick(item));
    list.add(row);
  }

  private void pick(PaletteItem item) {
    close();
    onPick.accept(item);
  }
}
