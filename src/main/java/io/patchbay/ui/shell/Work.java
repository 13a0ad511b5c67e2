package io.patchbay.ui.shell;

import com.vaadin.flow.component.UI;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.NotFoundException;
import java.io.Serializable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One piece of long work of a page, off its thread, so that the page stays alive. What was
 * cancelled tells nothing any more.
 */
public final class Work implements Serializable {

  private static final Logger LOG = LoggerFactory.getLogger(Work.class);

  private transient @Nullable Thread running;

  /**
   * Starts work; its outcome is told on the thread of the page. Cancels what was started before.
   */
  public <T> void start(
      UI ui, Supplier<T> work, Consumer<T> onDone, Consumer<RuntimeException> onFailure) {
    cancel();
    // A thread of the platform: reading a large description computes for seconds, and the carriers
    // of virtual threads are for calls.
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("page work")
            .unstarted(() -> {
              try {
                T result = work.get();
                tell(ui, () -> onDone.accept(result));
              } catch (RuntimeException e) {
                tell(ui, () -> onFailure.accept(e));
              }
            });
    running = thread;
    thread.start();
  }

  /** Forgets what is being done. */
  public void cancel() {
    Thread thread = running;
    running = null;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** What to tell of a failure: the service's own words, or that it is a fault of ours. */
  public static String sentence(RuntimeException failure) {
    if (failure instanceof ConflictException
        || failure instanceof ForbiddenException
        || failure instanceof NotFoundException) {
      return String.valueOf(failure.getMessage());
    }
    LOG.error("Work of a page failed.", failure);
    return "A fault on our side; the server's log has the details. Nothing was changed.";
  }

  private void tell(UI ui, Runnable outcome) {
    Thread self = Thread.currentThread();
    var _ =
        ui.access(() -> {
          if (running == self) {
            running = null;
            outcome.run();
          }
        });
  }
}
