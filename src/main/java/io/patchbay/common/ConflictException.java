package io.patchbay.common;

/**
 * The request is right by itself but clashes with what is there: a taken name, a stale version, a
 * thing in use.
 */
public class ConflictException extends RuntimeException {

  public ConflictException(String message) {
    super(message);
  }
}
