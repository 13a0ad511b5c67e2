package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import java.util.ArrayDeque;
import java.util.Deque;

/** Short messages at the bottom right, at most three; errors stay until they are closed. */
public final class Toasts {

  private static final int MOST = 3;
  private static final int SHORT_MS = 5_000;
  private static final int UNTIL_CLOSED = 0;

  private Toasts() {}

  /** Something was done. */
  public static void success(String text) {
    show(Icons.CIRCLE_CHECK, "success", new Div(text), SHORT_MS);
  }

  /** Something was done, with a way to go on from there. */
  public static void success(String text, String action, Runnable onAction) {
    show(Icons.CIRCLE_CHECK, "success", new Div(text), SHORT_MS, action, onAction);
  }

  /** Something was done at once and can be taken back. */
  public static void undo(String text, Runnable onUndo) {
    show(Icons.TRASH_2, "neutral", new Div(text), 2 * SHORT_MS, "Undo", onUndo);
  }

  /** Something went wrong: what, and what to do. */
  public static void error(String text) {
    error(text, "");
  }

  /** Something went wrong, with details in a second line. */
  public static void error(String text, String detail) {
    var body = Look.div("pb-col", Look.span("pb-strong", text));
    if (!detail.isEmpty()) {
      body.add(Look.span("pb-small pb-text-2", detail));
    }
    show(Icons.CIRCLE_X, "error", body, UNTIL_CLOSED);
  }

  private static void show(Icons icon, String kind, Component body, int duration) {
    var notification = new Notification();
    body.addClassName("pb-grow");
    var toast = Look.div("pb-toast " + kind, icon.create(), body);
    if (duration == UNTIL_CLOSED) {
      toast.add(Buttons.icon(Icons.X, "Close this message", notification::close));
    }
    open(notification, toast, duration);
  }

  private static void show(
      Icons icon, String kind, Component body, int duration, String action, Runnable onAction) {
    var notification = new Notification();
    body.addClassName("pb-grow");
    var button =
        Buttons.link(
            action,
            () -> {
              notification.close();
              onAction.run();
            });
    open(notification, Look.div("pb-toast " + kind, icon.create(), body, button), duration);
  }

  private static void open(Notification notification, Component toast, int duration) {
    notification.add(toast);
    notification.setDuration(duration);
    notification.setAssertive(duration == UNTIL_CLOSED);
    notification.setPosition(Notification.Position.BOTTOM_END);
    Open open = Open.of(UI.getCurrent());
    notification.addOpenedChangeListener(event -> {
      if (!event.isOpened()) {
        open.shown.remove(notification);
      }
    });
    open.shown.addLast(notification);
    while (open.shown.size() > MOST) {
      open.shown.removeFirst().close();
    }
    notification.open();
  }

  /** The messages that a window shows, oldest first. */
  private static final class Open {

    private final Deque<Notification> shown = new ArrayDeque<>();

    static Open of(UI ui) {
      Open open = ComponentUtil.getData(ui, Open.class);
      if (open == null) {
        open = new Open();
        ComponentUtil.setData(ui, Open.class, open);
      }
      return open;
    }
  }
}
