package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** A box with a heading line, for one thing among several. */
public final class Block extends Div {

  private final Div head;

  public Block(String title, Component... body) {
    addClassName("pb-block");
    head = Look.div("pb-block-head", Look.span("pb-strong", title));
    add(head);
    add(body);
  }

  /** Adds to the heading, after the title. */
  public Block beside(Component... parts) {
    head.add(parts);
    return this;
  }

  /** Adds to the right end of the heading. */
  public Block end(Component... parts) {
    head.add(Look.div("pb-row pb-end", parts));
    return this;
  }
}
