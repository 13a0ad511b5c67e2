package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.MethodSummary;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.Optional;

/** All methods at the left, the chosen one in the middle, its try panel at the right. */
final class MethodsPage extends Div implements PartPage {

  private final transient ApiDraft draft;
  private final transient EditorParts parts;
  private final MethodList list;
  private final Div chosen = Look.div("pb-method-place");

  MethodsPage(ApiDraft draft, EditorParts parts) {
    this.draft = draft;
    this.parts = parts;
    addClassName("pb-methods");
    list = new MethodList(draft, this::openNew, this::open);
    add(list, chosen);
  }

  @Override
  public void show(String name) {
    Optional<ApiMethod> method = draft.method(name.isEmpty() ? first() : name);
    list.mark(method.map(ApiMethod::name).orElse(""));
    chosen.removeAll();
    if (method.isPresent()) {
      var panel = new TryPanel(draft, method.get().name(), parts);
      var editor = new MethodEditor(draft, method.get(), panel, parts.methodTabs(), this::open);
      var split = new SplitLayout(editor, panel);
      split.addClassName("pb-method-split");
      split.setSizeFull();
      split.setSplitterPosition(58);
      chosen.add(split);
    } else if (draft.methods().isEmpty()) {
      chosen.add(
          new EmptyState(
              "No methods yet",
              "A method is one thing that the API can do: a verb and a path.",
              EditRights.of(draft, Buttons.primary("Add method", Icons.PLUS, this::openNew))));
    } else {
      chosen.add(
          new EmptyState(
              "There is no method '%s'".formatted(name),
              "It may have been deleted or renamed. Choose another one at the left."));
    }
  }

  private String first() {
    return draft.methods().stream().findFirst().map(MethodSummary::name).orElse("");
  }

  private void openNew() {
    new NewMethodDialog(draft, this::open).open();
  }

  /** Goes to a method; to none where {@code name} is empty. */
  private void open(String name) {
    String path =
        name.isEmpty()
            ? draft.visit().path("apis", draft.ref())
            : draft.visit().path("apis", draft.ref(), name);
    getUI().ifPresent(ui -> ui.navigate(path));
  }
}
