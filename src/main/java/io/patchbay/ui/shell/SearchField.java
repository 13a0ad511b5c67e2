package io.patchbay.ui.shell;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** The search of a list: tells shortly after the last key; {@code /} leads to it. */
public final class SearchField extends TextField {

  private static final int PAUSE_MS = 250;

  /** A search that tells each new text, without spaces around it. */
  public SearchField(String placeholder, Consumer<String> onSearch) {
    setPlaceholder(placeholder);
    setAriaLabel(placeholder);
    addClassName("pb-search");
    setPrefixComponent(Icons.SEARCH.create("pb-i14"));
    setSuffixComponent(Look.kbd("/"));
    setClearButtonVisible(true);
    setValueChangeMode(ValueChangeMode.LAZY);
    setValueChangeTimeout(PAUSE_MS);
    getElement().setAttribute("data-key", "/");
    addValueChangeListener(event -> onSearch.accept(event.getValue().strip()));
  }
}
