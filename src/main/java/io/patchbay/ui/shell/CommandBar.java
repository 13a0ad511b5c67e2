package io.patchbay.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Goes anywhere by a few letters of its name; Ctrl+K opens it. */
final class CommandBar extends Dialog {

  private static final int MOST = 12;
  private static final int PAUSE_MS = 120;

  private final transient Visit visit;
  private final transient List<CommandSource> sources;
  private final TextField field = new TextField();
  private final Div list = Look.div("pb-commands");
  private final List<Command> found = new ArrayList<>();
  private int chosen;

  CommandBar(Visit visit, List<CommandSource> sources) {
    this.visit = visit;
    this.sources = sources;
    addClassName("pb-command-bar");
    setWidth("560px");
    setTop("12vh");
    getElement().setAttribute("aria-label", "Go anywhere");
    setUpField();
    list.getElement().setAttribute("role", "listbox");
    list.setId("commands");
    add(field, list);
    show("");
  }

  private void setUpField() {
    field.setWidthFull();
    field.setPlaceholder("Go to a page, an API, a method, a flow");
    field.setAriaLabel("Go anywhere");
    field.setPrefixComponent(Icons.SEARCH.create());
    field.setSuffixComponent(Look.kbd("Esc"));
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MS);
    field.setAutofocus(true);
    field.addValueChangeListener(event -> show(event.getValue().strip().toLowerCase(Locale.ROOT)));
    Look.testId("command-field", field);
    Shortcuts.addShortcutListener(this, () -> choose(chosen + 1), Key.ARROW_DOWN).listenOn(field);
    Shortcuts.addShortcutListener(this, () -> choose(chosen - 1), Key.ARROW_UP).listenOn(field);
    Shortcuts.addShortcutListener(this, this::go, Key.ENTER)
        .listenOn(field)
        .resetFocusOnActiveElement();
  }

  private void show(String text) {
    found.clear();
    sources.stream().flatMap(source -> source.find(visit, text)).limit(MOST).forEach(found::add);
    list.removeAll();
    for (Command command : found) {
      list.add(row(command));
    }
    if (found.isEmpty()) {
      list.add(Look.div("pb-commands-none", new Span("Nothing here has this in its name.")));
    }
    chosen = 0;
    choose(0);
  }

  private Anchor row(Command command) {
    var row = Look.link(command.path(), Look.line("pb-commands-sign", command.sign()));
    row.add(
        Look.span("pb-grow pb-ellipsis", command.text()), Look.span("pb-text-3", command.where()));
    row.addClassName("pb-commands-row");
    row.getElement().setAttribute("role", "option");
    row.getElement().setAttribute("tabindex", "-1");
    row.getElement().addEventListener("click", event -> close());
    return row;
  }

  private void choose(int index) {
    if (found.isEmpty()) {
      return;
    }
    chosen = Math.floorMod(index, found.size());
    for (int i = 0; i < found.size(); i++) {
      var row = list.getComponentAt(i);
      row.getElement().getClassList().set("on", i == chosen);
      row.getElement().setAttribute("aria-selected", String.valueOf(i == chosen));
    }
  }

  private void go() {
    if (found.isEmpty()) {
      return;
    }
    String path = found.get(chosen).path();
    close();
    getUI().ifPresent(ui -> ui.navigate(path));
  }
}
