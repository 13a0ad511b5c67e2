package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.MethodParts;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a method takes: its parameters and its body. */
final class RequestTab extends Div {

  private final transient ApiDraft draft;
  private final transient Supplier<ApiMethod> method;
  private final transient Consumer<Consumer<MethodParts>> change;

  RequestTab(ApiDraft draft, Supplier<ApiMethod> method, Consumer<Consumer<MethodParts>> change) {
    this.draft = draft;
    this.method = method;
    this.change = change;
    addClassName("pb-method-part");
    show();
  }

  /** Shows the method as it is now. */
  void show() {
    removeAll();
    ApiMethod now = method.get();
    add(
        new ParametersEditor(
            draft,
            now.parameters(),
            parameters -> change.accept(form -> form.parameters = parameters)));
    add(
        new BodyEditor(
            draft, now.verb(), now.body(), body -> change.accept(form -> form.body = body)));
  }
}
