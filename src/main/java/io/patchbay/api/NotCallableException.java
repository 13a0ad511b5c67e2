package io.patchbay.api;

/** A method cannot be called as it is asked for; the message says what and why. */
public class NotCallableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String title;

  NotCallableException(String title, String message) {
    super(message);
    this.title = title;
  }

  /** The reason in a few words. */
  public String title() {
    return title;
  }
}
