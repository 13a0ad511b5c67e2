package io.patchbay.ui.apis;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.EffectiveApi;
import io.patchbay.api.EffectiveSetting;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One setting in one environment: what is said for it there, and below what holds. */
final class SettingCell extends Div {

  private final transient Function<EffectiveApi, @Nullable String> said;
  private final transient Function<EffectiveApi, @Nullable EffectiveSetting> holds;
  private final transient AbstractField<?, String> field;
  private final transient Consumer<String> placeholder;
  private final Span below = Look.span("pb-small pb-text-3 pb-ellipsis", "");
  private final String environment;

  private <F extends AbstractField<?, String>> SettingCell(
      F field,
      Consumer<String> placeholder,
      Function<EffectiveApi, @Nullable String> said,
      Function<EffectiveApi, @Nullable EffectiveSetting> holds,
      @Nullable Consumer<@Nullable String> onChange,
      EffectiveApi now) {
    this.field = field;
    this.placeholder = placeholder;
    this.said = said;
    this.holds = holds;
    this.environment = String.valueOf(now.environment());
    addClassName("pb-matrix-cell");
    field.setReadOnly(onChange == null);
    field.addValueChangeListener(event -> {
      if (onChange != null && event.isFromClient()) {
        String value = event.getValue();
        onChange.accept(value == null || value.isBlank() ? null : value.strip());
      }
    });
    add((Component) field, below);
    show(now);
  }

  /** Text; empty for what holds anyway. */
  static SettingCell text(
      String name,
      Function<EffectiveApi, @Nullable String> said,
      Function<EffectiveApi, @Nullable EffectiveSetting> holds,
      @Nullable Consumer<@Nullable String> onChange,
      EffectiveApi now) {
    var field = new TextField();
    field.setAriaLabel(name);
    field.addClassNames("pb-cell-field", "pb-mono-field");
    field.setWidthFull();
    return new SettingCell(field, field::setPlaceholder, said, holds, onChange, now);
  }

  /** One of some names; empty for what holds anyway. */
  static SettingCell choice(
      String name,
      List<String> names,
      Function<EffectiveApi, @Nullable String> said,
      Function<EffectiveApi, @Nullable EffectiveSetting> holds,
      @Nullable Consumer<@Nullable String> onChange,
      EffectiveApi now) {
    var field = new Select<String>();
    field.setItems(names);
    field.setEmptySelectionAllowed(true);
    field.setEmptySelectionCaption(now.environment() == null ? "None" : "As without environment");
    field.setAriaLabel(name);
    field.addClassName("pb-cell-field");
    field.setWidthFull();
    return new SettingCell(field, field::setPlaceholder, said, holds, onChange, now);
  }

  /** The environment's name; {@code null} in words for none. */
  String environment() {
    return environment;
  }

  /** Shows what is said and what holds; nothing changes where the environment is gone. */
  void show(@Nullable EffectiveApi now) {
    if (now == null) {
      return;
    }
    String value = said.apply(now);
    if (!Objects.equals(Texts.orEmpty(field.getValue()), Texts.orEmpty(value))) {
      field.setValue(field instanceof TextField ? Texts.orEmpty(value) : value);
    }
    EffectiveSetting setting = holds.apply(now);
    String effective = setting == null ? null : setting.value();
    placeholder.accept(value == null && effective != null ? effective : "");
    boolean isShown = field instanceof TextField ? value == null : value != null;
    below.setText(words(setting, isShown ? effective : value));
    Look.title(Texts.orEmpty(effective), this);
  }

  /** Where the value comes from, and the value itself unless it is what the field shows. */
  private static String words(@Nullable EffectiveSetting setting, @Nullable String shown) {
    var from = setting == null ? null : setting.from();
    if (setting == null || from == null) {
      return "no value";
    }
    String origin =
        switch (from) {
          case API -> "from the API";
          case ENVIRONMENT -> "from the environment";
          case API_IN_ENVIRONMENT -> "for this environment";
          case WORKSPACE -> "chosen by this workspace";
          case OWNER -> "lent by its owner";
        };
    String value = setting.value();
    return value == null || value.equals(shown) ? origin : value + ", " + origin;
  }
}
