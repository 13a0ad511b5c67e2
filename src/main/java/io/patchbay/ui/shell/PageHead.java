package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;

/** The top of a list page: its name, how many there are, and what can be done. */
public final class PageHead extends Div {

  private final Span count = Look.span("pb-text-3 pb-num", "");

  public PageHead(String title, Component... actions) {
    addClassName("pb-head");
    count.getElement().setAttribute("aria-live", "polite");
    add(new H1(title), count);
    var end = Look.div("pb-row pb-end", actions);
    add(end);
  }

  /** Shows a quiet text after the title, mostly a number. */
  public void note(String text) {
    count.setText(text);
  }
}
