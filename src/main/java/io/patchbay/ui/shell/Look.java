package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** Makes the plain elements of a page with the classes of the theme, so that views read as text. */
public final class Look {

  private Look() {}

  /** A box; {@code classNames} are separated by spaces. */
  public static Div div(String classNames, Component... children) {
    var div = new Div(children);
    classes(div, classNames);
    return div;
  }

  /** Children side by side. */
  public static Div row(Component... children) {
    return div("pb-row", children);
  }

  /** Text in a line. */
  public static Span span(String classNames, String text) {
    var span = new Span(text);
    classes(span, classNames);
    return span;
  }

  /** Elements in a line. */
  public static Span line(String classNames, Component... children) {
    var span = new Span(children);
    classes(span, classNames);
    return span;
  }

  /** Text that a machine reads: paths, ids, names of methods. */
  public static Span mono(String text) {
    return span("pb-mono", text);
  }

  /** A name over a second, quieter line. */
  public static Div two(Component first, Component second) {
    return div("pb-two", first, second);
  }

  /** The heading of a part of a page, with what belongs to it at its right end. */
  public static H2 section(String text, Component... end) {
    var heading = new H2(text);
    heading.addClassName("pb-section");
    if (end.length > 0) {
      heading.add(line("pb-end", end));
    }
    return heading;
  }

  /** A link within the application; {@code path} starts without a slash. */
  public static Anchor link(String path, String text) {
    return link(path, new Span(text));
  }

  /** A link within the application around other elements. */
  public static Anchor link(String path, Component... children) {
    var anchor = new Anchor(path);
    anchor.getElement().setAttribute("router-link", true);
    anchor.add(children);
    return anchor;
  }

  /** Keys as they are on the keyboard. */
  public static Span keys(String... keys) {
    var all = line("pb-row pb-gap-s");
    for (String key : keys) {
      all.add(kbd(key));
    }
    return all;
  }

  /** One key. */
  public static Span kbd(String key) {
    return span("pb-kbd", key);
  }

  /** Names an element for browser tests. */
  public static <T extends Component> T testId(String id, T component) {
    component.getElement().setAttribute("data-testid", id);
    return component;
  }

  /** A title that a pointer shows, for what is shortened. */
  public static <T extends Component> T title(String title, T component) {
    component.getElement().setAttribute("title", title);
    return component;
  }

  private static void classes(Component component, String classNames) {
    for (String name : classNames.split(" ")) {
      if (!name.isEmpty()) {
        component.addClassName(name);
      }
    }
  }
}
