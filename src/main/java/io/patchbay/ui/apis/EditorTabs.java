package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.patchbay.ui.shell.Look;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The strip of tabs of the API editor, with their counts. */
final class EditorTabs extends Tabs {

  private final transient Map<Tab, ApiTab> pages = new LinkedHashMap<>();

  EditorTabs(ApiDraft draft, List<ApiTab> tabs, Consumer<ApiTab> onChosen) {
    addClassName("pb-editor-tabs");
    setAutoselect(false);
    for (ApiTab tab : tabs) {
      if (tab.isFor(draft)) {
        add(tab, draft);
      }
    }
    addSelectedChangeListener(event -> {
      ApiTab chosen = pages.get(event.getSelectedTab());
      if (event.isFromClient() && chosen != null) {
        onChosen.accept(chosen);
      }
    });
  }

  private void add(ApiTab tab, ApiDraft draft) {
    var count = Look.span("pb-tab-count", "");
    Runnable show =
        () -> {
          String text = tab.count(draft);
          count.setText(text == null ? "" : text);
          count.setVisible(text != null);
        };
    show.run();
    draft.listen((state, message) -> show.run());
    var head = Look.testId("tab-" + tab.id(), new Tab(new Span(tab.title()), count));
    pages.put(head, tab);
    add(head);
  }

  /** Marks the tab of that name, or the first one, and gives it. */
  ApiTab choose(String id) {
    var entry =
        pages.entrySet().stream()
            .filter(one -> one.getValue().id().equals(id))
            .findFirst()
            .orElseGet(() -> pages.entrySet().iterator().next());
    setSelectedTab(entry.getKey());
    return entry.getValue();
  }
}
