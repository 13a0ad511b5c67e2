package io.patchbay.ui.designer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something in a window a little later. */
final class Delay {

  private final UI ui;
  private long asked;

  Delay(UI ui) {
    this.ui = ui;
  }

  /** Does it later, unless {@link #restart} is called again before that or {@link #cancel}. */
  void restart(int milliseconds, Runnable action) {
    long mine = ++asked;
    later(
        milliseconds,
        () -> {
          if (mine == asked) {
            action.run();
          }
        });
  }

  /** Forgets what {@link #restart} was called with. */
  void cancel() {
    asked++;
  }

  /** Does it later whatever else is asked; from any thread. */
  void later(int milliseconds, Runnable action) {
    CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS)
        .execute(() -> inWindow(action));
  }

  private void inWindow(Runnable action) {
    try {
      ui.accessLater(action::run, () -> {}).run();
    } catch (UIDetachedException e) {
      // The window was closed meanwhile: nobody is left to show it to.
    }
  }
}
