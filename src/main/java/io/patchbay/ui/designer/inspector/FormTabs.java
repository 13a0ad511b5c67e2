package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.shell.Look;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tabs of the inspector; a tab is filled when it is first shown. */
public final class FormTabs extends Div {

  private final Div heads = Look.div("pb-dz-tabs");
  private final Div body = Look.div("pb-dz-form");
  private final Map<String, NativeButton> buttons = new LinkedHashMap<>();
  private final Map<String, Supplier<Component>> contents = new LinkedHashMap<>();
  private final Map<String, Component> built = new LinkedHashMap<>();
  private @Nullable String shown;

  FormTabs() {
    addClassName("pb-dz-tabbed");
    heads.getElement().setAttribute("role", "tablist");
    body.getElement().setAttribute("role", "tabpanel");
    add(heads, body);
  }

  /** Adds a tab; the first one is shown. */
  public FormTabs tab(String title, Supplier<Component> content) {
    return tab(title, "", content);
  }

  /** Adds a tab with a number behind its title, in the copper of customizations. */
  public FormTabs tab(String title, String count, Supplier<Component> content) {
    var button = new NativeButton();
    button.add(new Span(title));
    if (!count.isEmpty()) {
      button.add(Look.span("pb-tag copper", count));
    }
    button.getElement().setAttribute("role", "tab");
    button.addClickListener(event -> show(title));
    Look.testId("tab-" + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), button);
    buttons.put(title, button);
    contents.put(title, content);
    heads.add(button);
    heads.setVisible(buttons.size() > 1);
    if (shown == null) {
      show(title);
    }
    return this;
  }

  /** Shows a tab; does nothing when there is none of that title. */
  void show(String title) {
    Supplier<Component> content = contents.get(title);
    if (content == null) {
      return;
    }
    shown = title;
    Component component = built.computeIfAbsent(title, name -> content.get());
    body.removeAll();
    body.add(component);
    buttons.forEach((name, button) ->
        button.getElement().setAttribute("aria-selected", String.valueOf(name.equals(title))));
  }

  /** The title of the tab that is shown. */
  @Nullable String shown() {
    return shown;
  }
}
