package io.patchbay.ui.apis;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.MethodNames;
import io.patchbay.api.MethodSummary;
import io.patchbay.api.Verb;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes a method from its verb and path; proposes a name for it. */
final class NewMethodDialog extends Dialog {

  private final transient ApiDraft draft;
  private final transient Consumer<String> onMade;
  private final Select<Verb> verb = new Select<>();
  private final TextField path = new TextField("Path");
  private final TextField name = new TextField("Name");
  private boolean named;

  NewMethodDialog(ApiDraft draft, Consumer<String> onMade) {
    this.draft = draft;
    this.onMade = onMade;
    addClassName("pb-dialog");
    setHeaderTitle("New method");
    setWidth("520px");
    fields();
    var create = Buttons.primary("Add method", null, this::create);
    create.addClickShortcut(Key.ENTER);
    Look.testId("create-method", create);
    add(Look.div("pb-form", Look.div("pb-row pb-row-end", verb, path), name));
    getFooter().add(Buttons.neutral("Cancel", null, this::close), create);
  }

  private void fields() {
    verb.setLabel("Verb");
    verb.setItems(Verb.values());
    verb.setValue(Verb.GET);
    verb.setWidth("104px");
    verb.addValueChangeListener(event -> propose());
    Look.testId("method-verb", verb);
    path.setPlaceholder("/orders/{orderId}");
    path.addClassNames("pb-grow", "pb-mono-field");
    path.setAutofocus(true);
    path.setHelperText("Each {name} becomes an input.");
    path.setValueChangeMode(ValueChangeMode.EAGER);
    path.addValueChangeListener(event -> propose());
    Look.testId("method-path", path);
    name.setWidthFull();
    name.addClassName("pb-mono-field");
    name.setHelperText("Flows refer to the method by this name.");
    name.setValueChangeMode(ValueChangeMode.EAGER);
    name.addValueChangeListener(event -> {
      named |= event.isFromClient();
      name.setInvalid(false);
    });
    Look.testId("method-name", name);
    propose();
  }

  private void propose() {
    if (!named) {
      name.setValue(MethodNames.propose(verb.getValue(), path.getValue(), taken()));
    }
  }

  private Set<String> taken() {
    return draft.methods().stream().map(MethodSummary::name).collect(Collectors.toSet());
  }

  private void create() {
    String newName = name.getValue().strip();
    if (newName.isEmpty() || taken().contains(newName)) {
      name.setErrorMessage(
          newName.isEmpty()
              ? "Give the method a name."
              : "There is a method '%s' already.".formatted(newName));
      name.setInvalid(true);
      name.focus();
      return;
    }
    String newPath = path.getValue().strip();
    var made =
        ApiMethod.of(newName, verb.getValue(), newPath.startsWith("/") ? newPath : "/" + newPath)
            .with(parts -> parts.parameters = PathParameters.follow(parts.path, List.of()));
    if (draft.addMethod(made)) {
      close();
      onMade.accept(newName);
    }
  }
}
