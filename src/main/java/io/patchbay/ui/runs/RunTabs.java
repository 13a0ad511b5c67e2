package io.patchbay.ui.runs;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.patchbay.ui.shell.Look;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tabs whose pages are made when they are opened; the one that was open stays so. */
final class RunTabs extends Div {

  private final Tabs tabs = new Tabs();
  private final Div content = Look.div("pb-run-tab");
  private final transient Map<Tab, Supplier<Component>> pages = new LinkedHashMap<>();
  private final Map<Tab, String> names = new LinkedHashMap<>();
  private @Nullable String open;
  private boolean changing;

  RunTabs() {
    addClassName("pb-run-tabs");
    tabs.setAutoselect(false);
    add(tabs, content);
    tabs.addSelectedChangeListener(event -> {
      if (!changing && event.getSelectedTab() != null) {
        open = names.get(event.getSelectedTab());
        showPage();
      }
    });
  }

  /** Begins to set the tabs anew. */
  void clear() {
    changing = true;
    tabs.removeAll();
    pages.clear();
    names.clear();
  }

  /** Adds a tab; {@code count} may be empty. */
  void tab(String name, String count, Supplier<Component> page) {
    var tab = new Tab(new Span(name));
    if (!count.isEmpty()) {
      tab.add(Look.span("pb-text-3 pb-num", " " + count));
    }
    tabs.add(tab);
    pages.put(tab, page);
    names.put(tab, name);
  }

  /** Opens the tab that was open before, else {@code otherwise}, else the first one. */
  void open(String otherwise) {
    String wanted = names.containsValue(String.valueOf(open)) ? open : otherwise;
    for (Map.Entry<Tab, String> entry : names.entrySet()) {
      if (entry.getValue().equals(wanted)) {
        tabs.setSelectedTab(entry.getKey());
      }
    }
    if (tabs.getSelectedTab() == null && !names.isEmpty()) {
      tabs.setSelectedIndex(0);
    }
    changing = false;
    showPage();
  }

  private void showPage() {
    content.removeAll();
    Supplier<Component> page = pages.get(tabs.getSelectedTab());
    if (page != null) {
      content.add(page.get());
    }
  }
}
