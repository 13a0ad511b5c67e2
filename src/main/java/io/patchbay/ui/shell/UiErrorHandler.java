package io.patchbay.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what services throw into a message that helps; everything else is a fault of ours. */
public final class UiErrorHandler implements ErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(UiErrorHandler.class);

  @Override
  public void error(ErrorEvent event) {
    Throwable known = known(event.getThrowable());
    if (known == null) {
      LOG.error("A page failed.", event.getThrowable());
    }
    if (UI.getCurrent() != null) {
      show(known);
    }
  }

  /** Whether {@code thrown} is one of the exceptions that services tell users with. */
  private static @Nullable Throwable known(@Nullable Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof ConflictException
          || at instanceof ForbiddenException
          || at instanceof InvalidException
          || at instanceof NotFoundException) {
        return at;
      }
    }
    return null;
  }

  private static void show(@Nullable Throwable known) {
    switch (known) {
      case InvalidException invalid -> Toasts.error("This cannot be saved yet", sentences(invalid));
      case ConflictException conflict -> Toasts.error(String.valueOf(conflict.getMessage()));
      case ForbiddenException forbidden -> Toasts.error(String.valueOf(forbidden.getMessage()));
      case NotFoundException missing ->
          Toasts.error(
              String.valueOf(missing.getMessage()),
              "It may have been deleted. Load the page again.");
      case null, default ->
          Toasts.error(
              "Patchbay could not do this",
              "A fault on our side; the server's log has the details. Nothing was changed.");
    }
  }

  /** All that is wrong, in one text. */
  public static String sentences(InvalidException invalid) {
    return String.join(
        " ",
        invalid.problems().stream().map(InvalidException.Problem::message).distinct().toList());
  }
}
