package io.patchbay.common;

import org.jspecify.annotations.Nullable;

/**
 * Says why the server must not start. The message is all that the operator sees, so it names the
 * setting or the file, and what to do; the cause is kept for debugging only.
 */
public class StartUpRefused extends RuntimeException {

  public StartUpRefused(String message) {
    this(message, null);
  }

  public StartUpRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
