package io.patchbay.common;

/** The user may see the thing, but not do this with it. */
public class ForbiddenException extends RuntimeException {

  public ForbiddenException(String message) {
    super(message);
  }
}
