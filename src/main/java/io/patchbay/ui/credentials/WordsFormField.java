package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.patchbay.common.Json;
import io.patchbay.ui.shell.Look;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Scopes: words that are typed, pasted with blanks between them, or chosen from those known. */
final class WordsFormField implements FormField {

  private final String name;
  private final MultiSelectComboBox<String> field;
  private final Set<String> known = new LinkedHashSet<>();

  WordsFormField(String name, String label, Collection<String> values) {
    this.name = name;
    this.field = new MultiSelectComboBox<>(label);
    field.setWidthFull();
    field.setAllowCustomValue(true);
    field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
    field.setItemLabelGenerator(word -> word);
    field.addClassName("pb-mono-field");
    field.addCustomValueSetListener(event -> add(words(event.getDetail())));
    Look.testId("credential-" + name, field);
    field.setItems(known);
    add(values);
  }

  WordsFormField help(String sentence) {
    field.setHelperText(sentence);
    return this;
  }

  /** Offers words to choose from. */
  void offer(Collection<String> words) {
    var chosen = new LinkedHashSet<>(field.getValue());
    known.addAll(words);
    field.setItems(known);
    field.setValue(chosen);
  }

  /** Chooses words too. */
  void add(Collection<String> words) {
    var chosen = new LinkedHashSet<>(field.getValue());
    chosen.addAll(words);
    known.addAll(chosen);
    field.setItems(known);
    field.setValue(chosen);
  }

  Set<String> value() {
    return field.getValue();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Component component() {
    return field;
  }

  @Override
  public void write(ObjectNode document) {
    document.set(name, Json.toTree(field.getValue()));
  }

  @Override
  public void mark(String where, String message) {
    FormField.show(field, message);
  }

  private static Collection<String> words(String text) {
    return Arrays.stream(text.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
  }
}
