package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What a list shows while it has nothing: what will be here, and the one action that helps. */
public final class EmptyState extends Div {

  public EmptyState(String title, String sentence, Component... actions) {
    addClassName("pb-empty");
    add(Look.span("pb-strong", title), new Span(sentence));
    if (actions.length > 0) {
      add(Look.row(actions));
    }
  }
}
