package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Customization;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EditedList;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The customizations of an API or a method, in the order in which they are applied. */
final class CustomizationsEditor extends Div {

  private final transient EditedList<Customization> customizations;

  CustomizationsEditor(List<Customization> customizations, Consumer<List<Customization>> onChange) {
    this.customizations = new EditedList<>(customizations, onChange, this::show);
    addClassName("pb-col");
    show();
  }

  private void show() {
    removeAll();
    if (customizations.isEmpty()) {
      add(
          new EmptyState(
              "No customizations",
              "A customization changes how calls are made, here and in every flow.",
              Look.testId(
                  "add-customization",
                  Buttons.neutral("Set headers", Icons.LIST_PLUS, this::addOne))));
      return;
    }
    add(Look.section("Customizations", Buttons.link("Set headers", this::addOne)));
    for (int i = 0; i < customizations.size(); i++) {
      add(block(i, customizations.get(i)));
    }
  }

  private Component block(int index, Customization customization) {
    return switch (customization) {
      case Customization.Headers headers -> headers(index, headers);
      case Customization other -> new Div(String.valueOf(other.name()));
    };
  }

  private Component headers(int index, Customization.Headers headers) {
    var name = new TextField();
    name.setValue(Texts.orEmpty(headers.name()));
    name.setPlaceholder("Headers");
    name.setAriaLabel("Name of the customization");
    name.addClassNames("pb-ghost-field", "pb-grow");
    name.addValueChangeListener(event -> {
      var now = at(index);
      set(
          index,
          new Customization.Headers(
              Texts.orNull(event.getValue()), now.set(), now.append(), now.remove()));
    });
    var remove = new MultiSelectComboBox<String>("Remove these headers");
    remove.setWidthFull();
    remove.setAllowCustomValue(true);
    var names = new ArrayList<>(headers.remove());
    remove.setItems(names);
    remove.setValue(Set.copyOf(headers.remove()));
    remove.setPlaceholder("A name, then Enter");
    remove.addCustomValueSetListener(event -> {
      names.add(event.getDetail().strip());
      var chosen = new ArrayList<>(remove.getValue());
      chosen.add(event.getDetail().strip());
      remove.setItems(names);
      remove.setValue(chosen);
      drop(index, chosen);
    });
    remove.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        drop(index, List.copyOf(event.getValue()));
      }
    });
    var values =
        new HeadersEditor(
            "Set on every call; a value may hold {{ expressions }}.",
            headers.set(),
            set -> {
              var now = at(index);
              set(index, new Customization.Headers(now.name(), set, now.append(), now.remove()));
            });
    return new Block("", Look.div("pb-block-body", values, remove))
        .beside(Look.line("pb-mono-tile xs copper", Icons.LIST_PLUS.create("pb-i12")), name)
        .end(Buttons.icon(Icons.TRASH_2, "Delete customization", () -> delete(index)));
  }

  private Customization.Headers at(int index) {
    return (Customization.Headers) customizations.get(index);
  }

  private void drop(int index, List<String> names) {
    var now = at(index);
    set(index, new Customization.Headers(now.name(), now.set(), now.append(), names));
  }

  private void addOne() {
    customizations.add(new Customization.Headers(null, Map.of(), Map.of(), List.of()));
  }

  private void set(int index, Customization customization) {
    customizations.change(index, before -> customization);
  }

  private void delete(int index) {
    customizations.delete(index, "Customization");
  }
}
