package io.patchbay.ui.apis;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The scopes that are asked for in place of the credential's own. */
final class ScopesField extends MultiSelectComboBox<String> {

  /**
   * The field.
   *
   * @param described those that the API's description knows
   */
  ScopesField(Collection<String> described, List<String> now, Consumer<List<String>> onChange) {
    super("Scopes");
    var names = new LinkedHashSet<>(described);
    names.addAll(now);
    setWidthFull();
    setAllowCustomValue(true);
    setItems(names);
    setItemLabelGenerator(name -> name);
    setValue(Set.copyOf(now));
    setPlaceholder("The credential's own");
    setHelperText("Asked for in place of the credential's own.");
    addCustomValueSetListener(event -> {
      var chosen = new LinkedHashSet<>(getValue());
      names.add(event.getDetail().strip());
      chosen.add(event.getDetail().strip());
      setItems(names);
      setValue(chosen);
      onChange.accept(List.copyOf(chosen));
    });
    addValueChangeListener(event -> {
      if (event.isFromClient()) {
        onChange.accept(List.copyOf(event.getValue()));
      }
    });
  }
}
