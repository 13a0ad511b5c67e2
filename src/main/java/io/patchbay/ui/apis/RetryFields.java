package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Policies.RetryPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is retried, with which pauses, and how much of it there may be. */
final class RetryFields extends Div {

  private static final RetryPolicy USUAL =
      new RetryPolicy(List.of(408, 425, 429, 500, 502, 503, 504), List.of(), 500, 60_000, 20);

  private final transient Consumer<@Nullable RetryPolicy> onChange;
  private final NumberFields numbers = new NumberFields();
  private final TextField statuses;
  private final TextField refused;

  RetryFields(
      @Nullable RetryPolicy policy,
      @Nullable RetryPolicy below,
      Consumer<@Nullable RetryPolicy> onChange) {
    this.onChange = onChange;
    addClassName("pb-policy-fields");
    var now = policy == null ? new RetryPolicy(List.of(), List.of(), null, null, null) : policy;
    var usual = below == null ? USUAL : below;
    statuses =
        statuses(
            "Statuses",
            now.statuses(),
            usual.statuses().isEmpty() ? USUAL.statuses() : usual.statuses());
    refused = statuses("Statuses that mean “nothing was done”", now.refused(), usual.refused());
    refused.setHelperText("Then even a POST is sent again; 425 and 429 always mean it.");
    numbers.add("First pause up to", "ms", now.baseMs(), or(usual.baseMs(), 500), 1, 60_000);
    numbers.add("Longest pause", "ms", now.maxMs(), or(usual.maxMs(), 60_000), 1, 3_600_000);
    numbers.add("Budget", "% of calls", now.budgetPercent(), or(usual.budgetPercent(), 20), 0, 100);
    add(numbers.onChange(_ -> tell()));
    var texts = new Div(statuses, refused);
    texts.addClassName("pb-form");
    add(texts);
  }

  private static int or(@Nullable Integer said, int usual) {
    return said == null ? usual : said;
  }

  private TextField statuses(String label, List<Integer> value, List<Integer> otherwise) {
    var field = new TextField(label);
    field.setWidthFull();
    field.setValue(text(value));
    field.setPlaceholder(text(otherwise));
    field.setPattern("\\s*([45]\\d\\d)?(\\s*,\\s*[45]\\d\\d)*\\s*");
    field.setI18n(
        new TextField.TextFieldI18n()
            .setPatternErrorMessage("Statuses from 400 to 599, with commas"));
    field.addValueChangeListener(event -> tell());
    return field;
  }

  private void tell() {
    if (statuses.isInvalid() || refused.isInvalid()) {
      return;
    }
    var values = numbers.values();
    var policy =
        new RetryPolicy(
            list(statuses.getValue()),
            list(refused.getValue()),
            values.get(0),
            values.get(1),
            values.get(2));
    var nothing = new RetryPolicy(List.of(), List.of(), null, null, null);
    onChange.accept(policy.equals(nothing) ? null : policy);
  }

  private static String text(List<Integer> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static List<Integer> list(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(status -> status.matches("\\d{3}"))
        .map(Integer::valueOf)
        .toList();
  }
}
