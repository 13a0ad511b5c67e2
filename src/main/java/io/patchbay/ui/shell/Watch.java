package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/**
 * Looks again and again while a page is open, and stops when it is left; one at a time in a page.
 */
public final class Watch {

  private static final int NEVER = -1;

  private final Component page;
  private final int everyMs;
  private final Runnable look;
  private @Nullable UI ui;
  private @Nullable Registration polls;

  public Watch(Component page, int everyMs, Runnable look) {
    this.page = page;
    this.everyMs = everyMs;
    this.look = look;
    page.addAttachListener(event -> start());
    page.addDetachListener(event -> stop());
  }

  /** Begins, if the page is shown. */
  public void start() {
    if (polls == null && page.isAttached()) {
      UI now = page.getUI().orElseThrow();
      ui = now;
      polls = now.addPollListener(event -> look.run());
      now.setPollInterval(everyMs);
    }
  }

  /** Ends: nothing more will change, or nothing is shown. */
  public void stop() {
    if (polls != null && ui != null) {
      polls.remove();
      ui.setPollInterval(NEVER);
      polls = null;
      ui = null;
    }
  }
}
