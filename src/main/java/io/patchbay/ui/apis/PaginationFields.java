package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Policies.Pagination;
import io.patchbay.api.Policies.Pagination.Kind;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How the pages of a list are found, with an example of what is asked. */
final class PaginationFields extends Div {

  private static final String NONE = "Not here";

  private final transient Consumer<@Nullable Pagination> onChange;
  private final Select<String> kind = new Select<>();
  private final Div fields = new Div();
  private final Div example = Look.div("pb-policy-example");
  private transient @Nullable Pagination now;

  PaginationFields(
      @Nullable Pagination pagination,
      @Nullable Pagination below,
      Consumer<@Nullable Pagination> onChange) {
    this.onChange = onChange;
    this.now = pagination;
    addClassName("pb-policy-fields");
    fields.addClassName("pb-policy-fields");
    kind.setLabel("Next page");
    kind.setWidth("320px");
    var choices = new ArrayList<String>();
    choices.add(NONE);
    List.of(Kind.values()).forEach(each -> choices.add(PaginationWords.of(each)));
    kind.setItems(choices);
    kind.setValue(pagination == null ? NONE : PaginationWords.of(pagination.kind()));
    if (below != null) {
      kind.setHelperText(
          "Where nothing is said here: %s".formatted(PaginationWords.of(below.kind())));
    }
    kind.addValueChangeListener(event -> choose(event.getValue()));
    Look.testId("pagination-kind", kind);
    add(kind, fields, example);
    show();
  }

  private void choose(String word) {
    var before = now;
    now =
        List.of(Kind.values()).stream()
            .filter(each -> PaginationWords.of(each).equals(word))
            .findFirst()
            .map(each ->
                before == null
                    ? new Pagination(each, null, needed(each), null, null, null, null, null, null)
                    : new Pagination(
                        each,
                        before.items(),
                        before.next() == null ? needed(each) : before.next(),
                        before.parameter(),
                        null,
                        before.sizeParameter(),
                        before.size(),
                        before.maxPages(),
                        before.maxItems()))
            .orElse(null);
    show();
    tell();
  }

  /** What must be said is begun with an example. */
  private static @Nullable String needed(Kind kind) {
    return kind == Kind.NEXT_LINK || kind == Kind.CURSOR ? PaginationWords.nextExample(kind) : null;
  }

  private void show() {
    fields.removeAll();
    var policy = now;
    if (policy != null) {
      fields.add(texts(policy), numbers(policy));
    }
    showExample();
  }

  private Div texts(Pagination policy) {
    var grid = Look.div("pb-form");
    grid.add(
        text(
            "Items",
            policy.items(),
            "response.body, or the only list in it",
            (old, text) -> copy(old, text, old.next(), old.parameter(), old.sizeParameter())));
    var counts = policy.kind() == Kind.PAGE || policy.kind() == Kind.OFFSET;
    if (policy.kind() != Kind.LINK_HEADER) {
      grid.add(
          text(
              counts ? "There is more while" : "Where the next one is",
              policy.next(),
              PaginationWords.nextExample(policy.kind()),
              (old, text) -> copy(old, old.items(), text, old.parameter(), old.sizeParameter())));
    }
    if (counts || policy.kind() == Kind.CURSOR) {
      grid.add(
          text(
              "Query parameter",
              policy.parameter(),
              PaginationWords.parameter(policy),
              (old, text) -> copy(old, old.items(), old.next(), text, old.sizeParameter())));
    }
    grid.add(
        text(
            "Query parameter for the page size",
            policy.sizeParameter(),
            "none",
            (old, text) -> copy(old, old.items(), old.next(), old.parameter(), text)));
    return grid;
  }

  private NumberFields numbers(Pagination policy) {
    var numbers = new NumberFields();
    numbers.add("Page size", "", policy.size(), null, 1, 100_000);
    numbers.add("At most", "pages", policy.maxPages(), 100, 1, 10_000);
    numbers.add("At most", "items", policy.maxItems(), 10_000, 1, 1_000_000);
    if (policy.kind() == Kind.PAGE || policy.kind() == Kind.OFFSET) {
      var first = policy.kind() == Kind.PAGE ? 1 : 0;
      numbers.add("Starts with", "", start(policy), first, 0, Integer.MAX_VALUE);
    }
    return numbers.onChange(values ->
        change(old ->
            new Pagination(
                old.kind(),
                old.items(),
                old.next(),
                old.parameter(),
                values.size() > 3 ? node(values.get(3)) : old.start(),
                old.sizeParameter(),
                values.get(0),
                values.get(1),
                values.get(2))));
  }

  private TextField text(String label, @Nullable String value, String otherwise, Copy copy) {
    var field = new TextField(label);
    field.setWidthFull();
    field.addClassName("pb-mono-field");
    field.setValue(Texts.orEmpty(value));
    field.setPlaceholder(otherwise);
    field.addValueChangeListener(
        event -> change(old -> copy.of(old, Texts.orNull(event.getValue()))));
    return field;
  }

  private void change(java.util.function.UnaryOperator<Pagination> change) {
    var before = now;
    if (before != null) {
      now = change.apply(before);
      showExample();
      tell();
    }
  }

  private void tell() {
    onChange.accept(now);
  }

  private void showExample() {
    example.removeAll();
    var policy = now;
    if (policy == null) {
      return;
    }
    example.add(Look.span("pb-text-3 pb-small", "What is asked for"));
    PaginationWords.requests(policy).forEach(line -> example.add(Look.div("", Look.mono(line))));
  }

  private static Pagination copy(
      Pagination old,
      @Nullable String items,
      @Nullable String next,
      @Nullable String parameter,
      @Nullable String sizeParameter) {
    return new Pagination(
        old.kind(),
        items,
        next,
        parameter,
        old.start(),
        sizeParameter,
        old.size(),
        old.maxPages(),
        old.maxItems());
  }

  private static @Nullable Integer start(Pagination policy) {
    var start = policy.start();
    return start != null && start.isInt() ? Integer.valueOf(start.asInt()) : null;
  }

  private static @Nullable JsonNode node(@Nullable Integer value) {
    return value == null ? null : JsonNodeFactory.instance.numberNode(value);
  }

  /** Puts a text in its place. */
  private interface Copy {

    Pagination of(Pagination old, @Nullable String text);
  }
}
