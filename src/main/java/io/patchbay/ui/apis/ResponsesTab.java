package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.MethodParts;
import io.patchbay.api.ResponseShape;
import io.patchbay.schema.SchemaInference;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import io.patchbay.ui.shell.Toasts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a method answers: one block for each status, with a sample and its schema. */
final class ResponsesTab extends Div {

  private static final Map<Boolean, String> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put(true, "Sample");
    WAYS.put(false, "Schema");
  }

  private final transient Supplier<ApiMethod> method;
  private final transient Consumer<Consumer<MethodParts>> change;

  ResponsesTab(Supplier<ApiMethod> method, Consumer<Consumer<MethodParts>> change) {
    this.method = method;
    this.change = change;
    addClassName("pb-method-part");
    show();
  }

  private void show() {
    removeAll();
    List<ResponseShape> responses = method.get().responses();
    if (responses.isEmpty()) {
      add(
          new EmptyState(
              "No sample response yet",
              "Try the method and press Use as example, or write a sample by hand. Flows then know"
                  + " the fields of the answer.",
              Buttons.neutral("Add response", Icons.PLUS, this::addOne)));
      return;
    }
    add(Look.section("Responses", Buttons.link("Add response", this::addOne)));
    for (int i = 0; i < responses.size(); i++) {
      add(block(i, responses.get(i)));
    }
  }

  private Component block(int index, ResponseShape response) {
    var place = Look.div("");
    place.add(sample(index, response));
    var ways =
        new Segments<>(
            "Response as",
            WAYS,
            true,
            sample -> {
              place.removeAll();
              ResponseShape now = method.get().responses().get(index);
              place.add(sample ? sample(index, now) : schema(index, now));
            });
    return new Block("", place)
        .beside(status(index, response), description(index, response))
        .end(
            ways,
            Buttons.icon(
                Icons.TRASH_2, "Delete response " + response.status(), () -> delete(index)));
  }

  private Component status(int index, ResponseShape response) {
    var field = new TextField();
    field.setValue(response.status());
    field.setAriaLabel("Status");
    field.setTooltipText("A status such as 200, a class such as 4XX, or default.");
    field.setWidth("76px");
    field.addClassNames("pb-mono-field");
    field.setPrefixComponent(
        Badges.tag(
            response.forSuccess() ? "success" : "error", response.forSuccess() ? "ok" : "!"));
    field.addValueChangeListener(event ->
        set(
            index,
            r ->
                new ResponseShape(
                    event.getValue().strip(),
                    r.description(),
                    r.contentType(),
                    r.schema(),
                    r.example())));
    return field;
  }

  private Component description(int index, ResponseShape response) {
    var field = new TextField();
    field.setValue(Texts.orEmpty(response.description()));
    field.setPlaceholder("What it means");
    field.setAriaLabel("Description of the response");
    field.addClassNames("pb-ghost-field", "pb-grow");
    field.addValueChangeListener(event ->
        set(
            index,
            r ->
                new ResponseShape(
                    r.status(),
                    Texts.orNull(event.getValue()),
                    r.contentType(),
                    r.schema(),
                    r.example())));
    return field;
  }

  private Component sample(int index, ResponseShape response) {
    return new JsonField(
        "Sample of response " + response.status(),
        response.example(),
        example -> set(index, r -> withExample(r, example)));
  }

  private Component schema(int index, ResponseShape response) {
    return new JsonField(
        "Schema of response " + response.status(),
        response.schema(),
        schema ->
            set(
                index,
                r ->
                    new ResponseShape(
                        r.status(), r.description(), r.contentType(), schema, r.example())));
  }

  /** A new sample brings its schema with it. */
  static ResponseShape withExample(ResponseShape response, @Nullable JsonNode example) {
    return new ResponseShape(
        response.status(),
        response.description(),
        response.contentType(),
        example == null ? response.schema() : SchemaInference.infer(example),
        example);
  }

  private void set(int index, UnaryOperator<ResponseShape> changed) {
    change.accept(form ->
        form.responses =
            Texts.with(form.responses, index, changed.apply(form.responses.get(index))));
  }

  private void addOne() {
    List<ResponseShape> before = method.get().responses();
    String status = before.stream().anyMatch(ResponseShape::forSuccess) ? "4XX" : "200";
    change.accept(form ->
        form.responses =
            Texts.plus(form.responses, new ResponseShape(status, null, null, null, null)));
    show();
  }

  private void delete(int index) {
    List<ResponseShape> before = method.get().responses();
    change.accept(form -> form.responses = Texts.without(form.responses, index));
    show();
    Toasts.undo(
        "Response %s deleted".formatted(before.get(index).status()),
        () -> {
          change.accept(form -> form.responses = before);
          show();
        });
  }
}
