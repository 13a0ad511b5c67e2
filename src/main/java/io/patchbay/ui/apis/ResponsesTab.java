package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.MethodParts;
import io.patchbay.api.ResponseShape;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a method answers: one block for each status. */
final class ResponsesTab extends Div {

  private final transient ApiDraft draft;
  private final transient Supplier<ApiMethod> method;
  private final transient Consumer<Consumer<MethodParts>> change;

  ResponsesTab(ApiDraft draft, Supplier<ApiMethod> method, Consumer<Consumer<MethodParts>> change) {
    this.draft = draft;
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
              "No response is described yet",
              "Try the method and press Use as example, or describe a response by hand. Flows then"
                  + " know the fields of the answer.",
              EditRights.of(draft, Buttons.neutral("Add response", Icons.PLUS, this::addOne))));
      return;
    }
    add(
        Look.section(
            "Responses", EditRights.of(draft, Buttons.link("Add response", this::addOne))));
    for (int i = 0; i < responses.size(); i++) {
      int index = i;
      add(
          new ResponseBlock(
              draft,
              () -> method.get().responses().get(index),
              changed -> set(index, changed),
              () -> delete(index)));
    }
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
