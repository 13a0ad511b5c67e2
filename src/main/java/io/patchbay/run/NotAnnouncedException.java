package io.patchbay.run;

/** A call may not be made, since it could not be written down that it is about to be. */
public class NotAnnouncedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotAnnouncedException(String message) {
    super(message);
  }
}
