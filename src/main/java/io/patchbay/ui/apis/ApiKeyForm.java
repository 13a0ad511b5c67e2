package io.patchbay.ui.apis;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.credential.Auth;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EditedList;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where the keys of an API go: the credential's main value, and further ones of it. */
public @StyleSheet("context://assets/theme/signing.css") final class ApiKeyForm extends Div {

  private static final String MAIN = "value";

  private final transient EditedList<Auth.ApiKey.Key> keys;
  private final String credential;

  public ApiKeyForm(Auth.ApiKey auth, Consumer<Auth> onChange) {
    this.credential = Texts.orEmpty(auth.credential());
    addClassName("pb-form");
    var all = new ArrayList<Auth.ApiKey.Key>();
    all.add(new Auth.ApiKey.Key(auth.in(), auth.name(), auth.prefix(), MAIN));
    all.addAll(auth.more());
    this.keys = new EditedList<>(all, changed -> onChange.accept(auth(changed)), this::show);
    show();
  }

  private Auth auth(List<Auth.ApiKey.Key> changed) {
    var main = changed.getFirst();
    return new Auth.ApiKey(
        credential.isEmpty() ? null : credential,
        main.in(),
        main.name(),
        main.prefix(),
        changed.subList(1, changed.size()));
  }

  private void show() {
    removeAll();
    for (int i = 0; i < keys.size(); i++) {
      add(row(i));
    }
    add(
        Look.div(
            "",
            Look.testId(
                "add-key",
                Buttons.link(
                    "Add another key",
                    () -> keys.add(new Auth.ApiKey.Key(Auth.ApiKey.In.HEADER, "", null, ""))))));
    if (keys.size() > 1) {
      add(
          Look.div(
              "pb-hint",
              Look.span(
                  "",
                  "Further keys are further values of the same credential; give them the same names there.")));
    }
  }

  private Div row(int index) {
    var key = keys.get(index);
    var in = new Select<Auth.ApiKey.In>();
    in.setLabel("Sent in");
    in.setItems(Auth.ApiKey.In.values());
    in.setItemLabelGenerator(Auth.ApiKey.In::word);
    in.setValue(key.in());
    in.setWidth("110px");
    in.addValueChangeListener(event -> {
      var chosen = event.getValue();
      keys.change(index, k -> new Auth.ApiKey.Key(chosen, k.name(), k.prefix(), k.value()));
    });
    var name = text("Under the name", key.name(), "X-API-Key");
    name.addValueChangeListener(event ->
        keys.change(
            index,
            k -> new Auth.ApiKey.Key(k.in(), event.getValue().strip(), k.prefix(), k.value())));
    Look.testId(index == 0 ? "api-key-name" : "api-key-name-" + index, name);
    var prefix = text("Prefix", Texts.orEmpty(key.prefix()), "Token ");
    prefix.addValueChangeListener(event ->
        keys.change(
            index, k -> new Auth.ApiKey.Key(k.in(), k.name(), event.getValue(), k.value())));
    var row = Look.div("pb-row pb-row-end pb-key-row", in, name, prefix);
    if (index > 0) {
      var value = text("Which value", key.value(), "appKey");
      value.addValueChangeListener(event ->
          keys.change(
              index,
              k -> new Auth.ApiKey.Key(k.in(), k.name(), k.prefix(), event.getValue().strip())));
      Look.testId("api-key-value-" + index, value);
      row.add(
          value,
          Buttons.icon(
              Icons.TRASH_2,
              "Delete key " + key.name(),
              () -> keys.delete(index, "Key " + key.name())));
    }
    return row;
  }

  private static TextField text(String label, String value, String placeholder) {
    var field = new TextField(label);
    field.setValue(value);
    field.setPlaceholder(placeholder);
    field.addClassNames("pb-grow", "pb-mono-field");
    return field;
  }
}
