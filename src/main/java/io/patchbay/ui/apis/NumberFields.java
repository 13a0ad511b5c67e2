package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whole numbers side by side, each empty or within its range. */
final class NumberFields extends Div {

  private final List<IntegerField> fields = new ArrayList<>();

  NumberFields() {
    addClassName("pb-form-grid");
  }

  /**
   * One more.
   *
   * @param otherwise what holds when it is empty; absent when nothing does
   */
  IntegerField add(
      String label,
      String unit,
      @Nullable Integer value,
      @Nullable Integer otherwise,
      int least,
      int most) {
    var field = new IntegerField(label);
    field.setMin(least);
    field.setMax(most);
    field.setI18n(
        new IntegerField.IntegerFieldI18n()
            .setMinErrorMessage("%,d or more".formatted(least))
            .setMaxErrorMessage("%,d or less".formatted(most))
            .setBadInputErrorMessage("A whole number"));
    if (value != null) {
      field.setValue(value);
    }
    field.setPlaceholder(otherwise == null ? "" : String.valueOf(otherwise));
    if (!unit.isEmpty()) {
      field.setSuffixComponent(new Span(unit));
    }
    fields.add(field);
    add(field);
    return field;
  }

  /** Tells all values, in the order of the fields, whenever one changes and all are right. */
  NumberFields onChange(Consumer<List<@Nullable Integer>> listener) {
    fields.forEach(field ->
        field.addValueChangeListener(event -> {
          if (fields.stream().noneMatch(IntegerField::isInvalid)) {
            listener.accept(values());
          }
        }));
    return this;
  }

  /** The values; null where nothing stands. */
  List<@Nullable Integer> values() {
    var values = new ArrayList<@Nullable Integer>();
    fields.forEach(field -> values.add(field.getValue()));
    return values;
  }
}
