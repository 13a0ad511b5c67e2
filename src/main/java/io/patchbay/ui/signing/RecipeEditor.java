package io.patchbay.ui.signing;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.credential.SignPreset;
import io.patchbay.credential.SignRecipe;
import io.patchbay.http.SignaturePreview;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Edits a signature recipe: from a preset or by hand, with what it makes of an example. */
@StyleSheet("context://assets/theme/signing.css")
public final class RecipeEditor extends Div {

  private final boolean readOnly;
  private final transient Consumer<SignRecipe> onChange;
  private final transient Function<SignRecipe, SignaturePreview> tried;
  private final Div fields = Look.div("pb-form");
  private final RecipePreview preview = new RecipePreview();
  private transient SignRecipe recipe;

  /**
   * The form.
   *
   * @param tried what the recipe makes of an example
   */
  public RecipeEditor(
      SignRecipe recipe,
      boolean readOnly,
      Function<SignRecipe, SignaturePreview> tried,
      Consumer<SignRecipe> onChange) {
    this.recipe = recipe;
    this.readOnly = readOnly;
    this.tried = tried;
    this.onChange = onChange;
    addClassNames("pb-sign", "pb-form");
    Look.testId("sign-recipe", this);
    if (!readOnly) {
      add(presets());
    }
    add(fields, preview);
    show();
  }

  private Select<SignPreset> presets() {
    var presets = new Select<SignPreset>();
    presets.setLabel("Begin with");
    presets.setItems(SignPreset.ALL);
    presets.setItemLabelGenerator(preset -> preset == null ? "" : preset.title());
    presets.setPlaceholder("A known signature");
    presets.setWidthFull();
    SignPreset.ALL.stream()
        .filter(preset -> preset.recipe().equals(recipe))
        .findFirst()
        .ifPresent(presets::setValue);
    presets.addValueChangeListener(event -> {
      if (event.isFromClient() && event.getValue() != null) {
        take(event.getValue().recipe());
        show();
      }
    });
    return Look.testId("sign-preset", presets);
  }

  private void show() {
    fields.removeAll();
    fields.add(text(), how(), where(), value());
    pairs("Further headers", "header", recipe.headers(), this::withHeaders);
    pairs("Further query parameters", "query parameter", recipe.query(), this::withQuery);
    preview.show(tried.apply(recipe));
  }

  private TextArea text() {
    var text = new TextArea("Text to sign");
    text.setValue(recipe.text());
    text.setPlaceholder("{{ timestamp }}.{{ request.body }}");
    text.setHelperText(
        "Names: request.verb, url, host, path, query, sortedQuery, target, headers, body, bodySha256, bodySha256Base64, bodyMd5; timestamp, timestampMs, date, isoDate, nonce, keyId, env.");
    text.setMinRows(2);
    text.setMaxRows(12);
    text.addClassName("pb-mono-field");
    text.setWidthFull();
    text.setReadOnly(readOnly);
    text.addValueChangeListener(event ->
        take(
            new SignRecipe(
                recipe.algorithm(),
                recipe.key(),
                event.getValue(),
                recipe.encoding(),
                recipe.in(),
                recipe.name(),
                recipe.value(),
                recipe.headers(),
                recipe.query())));
    return Look.testId("sign-text", text);
  }

  private Div how() {
    var algorithm =
        choice(
            "Hash",
            List.of(SignRecipe.Algorithm.values()),
            RecipeWords::of,
            recipe.algorithm(),
            chosen -> how(chosen, recipe.key(), recipe.encoding()));
    var key =
        choice(
            "The key is written as",
            List.of(SignRecipe.KeyForm.values()),
            RecipeWords::of,
            recipe.key(),
            chosen -> how(recipe.algorithm(), chosen, recipe.encoding()));
    var encoding =
        choice(
            "The signature is written as",
            List.of(SignRecipe.Encoding.values()),
            RecipeWords::of,
            recipe.encoding(),
            chosen -> how(recipe.algorithm(), recipe.key(), chosen));
    return Look.div("pb-form-grid", algorithm, key, encoding);
  }

  private SignRecipe how(
      SignRecipe.Algorithm algorithm, SignRecipe.KeyForm key, SignRecipe.Encoding encoding) {
    return new SignRecipe(
        algorithm,
        key,
        recipe.text(),
        encoding,
        recipe.in(),
        recipe.name(),
        recipe.value(),
        recipe.headers(),
        recipe.query());
  }

  private Div where() {
    var in =
        choice(
            "Sent in",
            List.of(SignRecipe.In.values()),
            RecipeWords::of,
            recipe.in(),
            chosen -> where(chosen, recipe.name(), recipe.value()));
    in.setWidth("140px");
    var name = new TextField("Under the name");
    name.setValue(recipe.name());
    name.setPlaceholder("X-Signature");
    name.addClassNames("pb-grow", "pb-mono-field");
    name.setReadOnly(readOnly);
    name.addValueChangeListener(
        event -> take(where(recipe.in(), event.getValue(), recipe.value())));
    return Look.div("pb-row pb-row-end", in, Look.testId("sign-name", name));
  }

  private TextField value() {
    var value = new TextField("Written as");
    value.setValue(recipe.value() == null ? "" : recipe.value());
    value.setPlaceholder("{{ signature }}");
    value.addClassName("pb-mono-field");
    value.setWidthFull();
    value.setReadOnly(readOnly);
    value.addValueChangeListener(event ->
        take(
            where(
                recipe.in(), recipe.name(), event.getValue().isBlank() ? null : event.getValue())));
    return Look.testId("sign-value", value);
  }

  private SignRecipe where(SignRecipe.In in, String name, @Nullable String value) {
    return new SignRecipe(
        recipe.algorithm(),
        recipe.key(),
        recipe.text(),
        recipe.encoding(),
        in,
        name,
        value,
        recipe.headers(),
        recipe.query());
  }

  private void pairs(
      String title,
      String noun,
      Map<String, String> pairs,
      Function<Map<String, String>, SignRecipe> with) {
    if (readOnly && pairs.isEmpty()) {
      return;
    }
    fields.add(
        Look.div(
            "",
            Look.div("pb-field-top", Look.span("pb-strong", title)),
            new PairTable(noun, pairs, readOnly, changed -> take(with.apply(changed)))));
  }

  private SignRecipe withHeaders(Map<String, String> headers) {
    return withPairs(headers, recipe.query());
  }

  private SignRecipe withQuery(Map<String, String> query) {
    return withPairs(recipe.headers(), query);
  }

  private SignRecipe withPairs(Map<String, String> headers, Map<String, String> query) {
    return new SignRecipe(
        recipe.algorithm(),
        recipe.key(),
        recipe.text(),
        recipe.encoding(),
        recipe.in(),
        recipe.name(),
        recipe.value(),
        headers,
        query);
  }

  private <T> Select<T> choice(
      String label,
      List<T> choices,
      Function<T, String> words,
      T now,
      Function<T, SignRecipe> with) {
    var select = new Select<T>();
    select.setLabel(label);
    select.setItems(choices);
    select.setItemLabelGenerator(words::apply);
    select.setValue(now);
    select.setReadOnly(readOnly);
    select.addValueChangeListener(event -> take(with.apply(event.getValue())));
    return select;
  }

  private void take(SignRecipe changed) {
    recipe = changed;
    preview.show(tried.apply(recipe));
    onChange.accept(recipe);
  }
}
