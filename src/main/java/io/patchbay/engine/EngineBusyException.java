package io.patchbay.engine;

/** A run cannot be started now; trying again later may help. */
public class EngineBusyException extends RuntimeException {

  public EngineBusyException(String message) {
    super(message);
  }
}
